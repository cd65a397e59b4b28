import { expect, test } from "vitest";

import { type Index, find } from "../src/finding";

const INDEX: Index = {
  kinds: [
    {
      title: "Ward",
      folder: "area/ward",
      areas: [
        ["W1", "North Exeter"],
        ["W2", "Exeter"],
        ["W3", "Exeter, St David’s"],
        ["W4", "Ynys Môn"],
      ],
    },
  ],
  indicators: [["Members of a library", "Library", "indicator/library/members/index.html"]],
};

function names(text: string): string[] {
  return find(INDEX, text).map((one) => one.name);
}

test("a whole name comes before a beginning, and that before a word", () => {
  expect(names("exeter")).toEqual(["Exeter", "Exeter, St David’s", "North Exeter"]);
});

test.each([
  ["st davids", "Exeter, St David’s"],
  ["ynys mon", "Ynys Môn"],
  ["w2", "Exeter"],
  ["libr", "Members of a library"],
])("%j finds %j", (text, name) => {
  expect(names(text)).toContain(name);
});

test("nothing sought finds nothing, and what is not there is not found", () => {
  expect(names("  ")).toEqual([]);
  expect(names("Truro")).toEqual([]);
});

test("an area is found at its own page, whatever its code holds", () => {
  const index: Index = {
    kinds: [{ title: "Ward", folder: "area/ward", areas: [["A B", "One"]] }],
    indicators: [],
  };
  expect(find(index, "one")[0]?.href).toBe("area/ward/A%20B/index.html");
});
