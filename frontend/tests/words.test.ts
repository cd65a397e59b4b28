import { expect, test } from "vitest";

import { HIDDEN } from "../src/map/values";
import { sayMissing, sayValue } from "../src/map/words";

test("a value is said with its unit", () => {
  expect(sayValue(71.44, { name: "percent", decimals: 1 })).toBe("71.4%");
  expect(sayValue(1234.5, { name: "minutes", decimals: 1 })).toBe("1,234.5 minutes");
  expect(sayValue(3, { name: "", decimals: 0 })).toBe("3");
});

test("a hidden value is said in words and by its marker", () => {
  expect(sayMissing(HIDDEN)).toBe("Hidden to protect people [c]");
});
