import { expect, test } from "vitest";

import { HIDDEN } from "../src/map/values";
import { sayClasses, sayMissing, sayValue } from "../src/map/words";

test("a value is said with its unit", () => {
  expect(sayValue(71.44, { name: "percent", decimals: 1 })).toBe("71.4%");
  expect(sayValue(1234.5, { name: "minutes", decimals: 1 })).toBe("1,234.5 minutes");
  expect(sayValue(3, { name: "", decimals: 0 })).toBe("3");
});

test("a hidden value is said in words and by its marker", () => {
  expect(sayMissing(HIDDEN)).toBe("Hidden to protect people [c]");
});

test("classes are said as ranges that do not overlap", () => {
  expect(sayClasses([10, 20], 0)).toEqual(["Under 10", "10 to under 20", "20 or more"]);
  expect(sayClasses([], 0)).toEqual(["All values"]);
});

test("a break is said exactly, even where values have fewer decimals", () => {
  expect(sayClasses([2.5], 0)).toEqual(["Under 2.5", "2.5 or more"]);
});
