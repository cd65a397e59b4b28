/** Ordering and filtering of table rows: no page, so it can be tested alone. */

export type Direction = "ascending" | "descending";

export interface Sort {
  column: number;
  direction: Direction;
}

/** The number a cell stands for, or its text; null where it holds no value (`[c]`, `[x]`, empty). */
export function valueOf(text: string, sortValue?: string): number | string | null {
  const said = (sortValue ?? text).trim();
  if (said === "" || /^\[[a-z]+\]/.test(said)) {
    return null;
  }
  const plain = said.replace(/,/g, "").replace(/^£/, "").replace(/%$/, "").trim();
  const number = plain === "" ? Number.NaN : Number(plain);
  return Number.isNaN(number) ? said : number;
}

/** Order two cells; those without a value come last whichever way is asked for. */
export function compare(
  one: number | string | null,
  other: number | string | null,
  direction: Direction,
): number {
  if (one === null || other === null) {
    return Number(one === null) - Number(other === null);
  }
  const ascending =
    typeof one === "number" && typeof other === "number"
      ? one - other
      : String(one).localeCompare(String(other), "en-GB", { numeric: true });
  return direction === "ascending" ? ascending : -ascending;
}

/** Whether every word of `query` is in `text`, in any order and case. */
export function matches(text: string, query: string): boolean {
  const searched = text.toLocaleLowerCase("en-GB");
  return query
    .toLocaleLowerCase("en-GB")
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

/** `sort=2-` is the third column, descending; `sort=2` ascending. */
export function readSort(text: string | null, columns: number): Sort | null {
  const found = /^(\d{1,3})(-?)$/.exec(text ?? "");
  if (!found || Number(found[1]) >= columns) {
    return null;
  }
  return { column: Number(found[1]), direction: found[2] ? "descending" : "ascending" };
}

export function writeSort(sort: Sort): string {
  return `${sort.column}${sort.direction === "descending" ? "-" : ""}`;
}
