/** Values and classes in the words a reader sees. */

import { spoken } from "../spoken";
import { HIDDEN, NOT_APPLICABLE, NOT_AVAILABLE } from "./values";

export interface Unit {
  name: string;
  decimals: number;
}

/** Government Statistical Service shorthand, as the site's tables use it. */
export const MISSING: ReadonlyMap<number, { marker: string; words: string }> = new Map([
  [HIDDEN, { marker: "[c]", words: "Hidden to protect people" }],
  [NOT_AVAILABLE, { marker: "[x]", words: "Not available" }],
  [NOT_APPLICABLE, { marker: "[z]", words: "Not applicable" }],
]);

export function sayMissing(why: number): string {
  const said = MISSING.get(why);
  return said ? `${spoken(said.words)} ${said.marker}` : `${spoken("Not available")} [x]`;
}

export function sayNumber(value: number, decimals: number): string {
  return value.toLocaleString("en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

export function sayValue(value: number, unit: Unit): string {
  const number = sayNumber(value, unit.decimals);
  if (unit.name === "percent") {
    return `${number}%`;
  }
  return unit.name === "" ? number : `${number} ${unit.name}`;
}
