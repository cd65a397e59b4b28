/** Values and classes in the words a reader sees. */

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
  return said ? `${said.words} ${said.marker}` : "Not available [x]";
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

/** `Under 10`, `10 to under 20`, `20 or more`: one per class. */
export function sayClasses(breaks: readonly number[], decimals: number): string[] {
  if (breaks.length === 0) {
    return ["All values"];
  }
  const said = breaks.map((cut) => sayNumber(cut, decimalsOf(cut, decimals)));
  const middle = said.slice(1).map((high, i) => `${said[i]} to under ${high}`);
  return [`Under ${said[0]}`, ...middle, `${said.at(-1)} or more`];
}

/** As few decimals as say the break exactly, even where values have fewer. */
function decimalsOf(cut: number, fewest: number): number {
  for (let decimals = fewest; decimals < 10; decimals++) {
    if (Number(cut.toFixed(decimals)) === cut) {
      return decimals;
    }
  }
  return fewest;
}
