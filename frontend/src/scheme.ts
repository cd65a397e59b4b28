/** Light or dark: the system's, unless a reader has chosen. The choice stays in this browser. */

const KEY = "hb-scheme";
const CHOICES = ["light", "dark"];

function isChoice(value: string | null): value is string {
  return value !== null && CHOICES.includes(value);
}

/** What was chosen before; null is as the system has it, or that nothing may be kept here. */
function chosen(): string | null {
  try {
    const value = localStorage.getItem(KEY);
    return isChoice(value) ? value : null;
  } catch {
    return null;
  }
}

function keep(value: string | null): void {
  try {
    value === null ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, value);
  } catch {
    // The choice then lasts as long as the page.
  }
}

function show(value: string | null): void {
  const { dataset } = document.documentElement;
  if (value === null) {
    delete dataset.hbScheme;
  } else {
    dataset.hbScheme = value;
  }
}

/** Show what was chosen, and let the select marked `data-hb-scheme-choice` change it. */
export function startScheme(root: ParentNode): void {
  const before = chosen();
  show(before);
  const select = root.querySelector<HTMLSelectElement>("[data-hb-scheme-choice]");
  if (!select) {
    return;
  }
  select.value = before ?? "";
  select.closest<HTMLElement>("[hidden]")?.removeAttribute("hidden");
  select.addEventListener("change", () => {
    const value = isChoice(select.value) ? select.value : null;
    keep(value);
    show(value);
  });
}
