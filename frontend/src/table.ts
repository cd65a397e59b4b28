/**
 * Tables marked `data-hb-table` sort by their headings and filter by a box.
 *
 * The server's order stands until a heading is pressed. State is in the address: `sort` and `q`, or
 * with the table's name before them (`ranking-sort`) where `data-hb-table` gives one. A cell may say
 * what it sorts by with `data-value`; a heading with `data-hb-plain` does not sort.
 */

import { type Sort, compare, matches, readSort, valueOf, writeSort } from "./sorting";
import { spoken } from "./spoken";

const FEWEST_TO_FILTER = 10;

export function startTables(root: ParentNode): void {
  for (const table of root.querySelectorAll<HTMLTableElement>("table[data-hb-table]")) {
    startTable(table);
  }
}

function startTable(table: HTMLTableElement): void {
  const body = table.tBodies[0];
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (!body || headings.length === 0) {
    return;
  }
  const name = table.dataset.hbTable ? `${table.dataset.hbTable}-` : "";
  const asked = new URLSearchParams(location.search);
  const sort = (wanted: Sort): void => {
    order(body, wanted);
    headings.forEach((heading, column) => {
      if (heading.hasAttribute("aria-sort")) {
        heading.setAttribute("aria-sort", column === wanted.column ? wanted.direction : "none");
      }
    });
  };
  headings.forEach((heading, column) => {
    if (!heading.hasAttribute("data-hb-plain")) {
      makeSortable(heading, () => {
        const falling = heading.getAttribute("aria-sort") === "ascending";
        const wanted: Sort = { column, direction: falling ? "descending" : "ascending" };
        sort(wanted);
        remember(`${name}sort`, writeSort(wanted));
      });
    }
  });
  const first = readSort(asked.get(`${name}sort`), headings.length);
  if (first) {
    sort(first);
  }
  if (body.rows.length >= FEWEST_TO_FILTER) {
    addFilter(table, body, `${name}q`, asked.get(`${name}q`) ?? "");
  }
}

function makeSortable(heading: HTMLTableCellElement, press: () => void): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "hb-sort";
  button.append(...heading.childNodes);
  heading.append(button);
  if (!heading.hasAttribute("aria-sort")) {
    heading.setAttribute("aria-sort", "none");
  }
  button.addEventListener("click", press);
}

function order(body: HTMLTableSectionElement, sort: Sort): void {
  const keyed = [...body.rows].map((row) => {
    const cell = row.cells[sort.column];
    return { row, key: valueOf(cell?.textContent ?? "", cell?.dataset.value) };
  });
  keyed.sort((one, other) => compare(one.key, other.key, sort.direction));
  body.append(...keyed.map(({ row }) => row));
}

let boxes = 0;

function addFilter(
  table: HTMLTableElement,
  body: HTMLTableSectionElement,
  key: string,
  first: string,
): void {
  const group = document.createElement("div");
  group.className = "govuk-form-group hb-filter";
  const label = document.createElement("label");
  label.className = "govuk-label";
  label.htmlFor = `hb-filter-${++boxes}`;
  label.textContent = table.dataset.hbFilterLabel ?? spoken("Filter this table");
  const box = document.createElement("input");
  box.className = "govuk-input govuk-input--width-20";
  box.id = label.htmlFor;
  box.type = "search";
  box.autocomplete = "off";
  box.value = first;
  const count = document.createElement("p");
  count.className = "govuk-hint hb-filter__count";
  count.setAttribute("role", "status");
  group.append(label, box, count);
  table.before(group);
  const apply = (): void => {
    const query = box.value.trim();
    let shown = 0;
    for (const row of body.rows) {
      row.hidden = !matches(row.textContent ?? "", query);
      shown += row.hidden ? 0 : 1;
    }
    const values = { shown, all: body.rows.length };
    count.textContent = query === "" ? "" : spoken("Showing {shown} of {all} rows", values);
  };
  box.addEventListener("input", () => {
    apply();
    remember(key, box.value.trim());
  });
  if (first !== "") {
    apply();
  }
}

/** Keep one key of the address up to date, without a step of the history for each letter. */
function remember(key: string, value: string): void {
  const address = new URL(location.href);
  if (value === "") {
    address.searchParams.delete(key);
  } else {
    address.searchParams.set(key, value);
  }
  history.replaceState(history.state, "", address);
}
