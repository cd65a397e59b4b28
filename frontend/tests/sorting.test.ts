import { expect, test } from "vitest";

import { compare, matches, readSort, valueOf, writeSort } from "../src/sorting";

test.each([
  ["1,234.5", 1234.5],
  ["71.4%", 71.4],
  ["£3,000", 3000],
  ["-2", -2],
  ["Devon", "Devon"],
  ["[c]", null],
  ["[low]", null],
  ["  ", null],
])("a cell of %j stands for %j", (text, value) => {
  expect(valueOf(text)).toBe(value);
});

test("a cell may say what it sorts by", () => {
  expect(valueOf("March 2024", "2024-03")).toBe("2024-03");
  expect(valueOf("lowest", "0")).toBe(0);
});

test("cells without a value come last whichever way is asked for", () => {
  const order = (direction: "ascending" | "descending"): (number | null)[] =>
    [null, 2, 10, 1].sort((one, other) => compare(one, other, direction));

  expect(order("ascending")).toEqual([1, 2, 10, null]);
  expect(order("descending")).toEqual([10, 2, 1, null]);
});

test("names sort as people expect numbers in them to", () => {
  expect(["Leeds 10", "Leeds 9"].sort((a, b) => compare(a, b, "ascending"))).toEqual([
    "Leeds 9",
    "Leeds 10",
  ]);
});

test("a filter finds rows with every word, in any order and case", () => {
  expect(matches("NHS Devon ICB 71.4%", "icb dev")).toBe(true);
  expect(matches("NHS Devon ICB", "devon kent")).toBe(false);
  expect(matches("anything", "")).toBe(true);
});

test("a sort survives the address, and nonsense is no sort", () => {
  expect(readSort(writeSort({ column: 2, direction: "descending" }), 3)).toEqual({
    column: 2,
    direction: "descending",
  });
  expect(readSort("2", 3)).toEqual({ column: 2, direction: "ascending" });
  expect([null, "", "x", "3", "-1"].map((text) => readSort(text, 3))).toEqual(
    [null, null, null, null, null],
  );
});
