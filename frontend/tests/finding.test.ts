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
  things: [
    ["Members of a library", "Library", "indicator/library/members/index.html", ["members"]],
    ["Chronic obstructive pulmonary disease", "A word", "about/index.html#copd", ["copd"]],
    ["Emergency admissions", "Health", "indicator/health/emergency/index.html", []],
  ],
  same: [["emergency", "unplanned"]],
};

function names(text: string): string[] {
  return find(INDEX, text).found.map((one) => one.name);
}

test("a whole name comes before a beginning, and that before a word", () => {
  expect(names("exeter")).toEqual(["Exeter", "Exeter, St David’s", "North Exeter"]);
});

test.each([
  ["st davids", "Exeter, St David’s"],
  ["ynys mon", "Ynys Môn"],
  ["w2", "Exeter"],
  ["libr", "Members of a library"],
  ["library members", "Members of a library"],
  ["COPD", "Chronic obstructive pulmonary disease"],
  ["unplanned admissions", "Emergency admissions"],
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
    things: [],
    same: [],
  };
  expect(find(index, "one").found[0]?.href).toBe("area/ward/A%20B/index.html");
});

test.each([
  ["exetre", "exeter", "Exeter"],
  ["nroth exeter", "north exeter", "North Exeter"],
  ["librery", "library", "Members of a library"],
  ["emergancy admisions", "emergency admissions", "Emergency admissions"],
])("%j is taken for %j", (text, instead, name) => {
  const answer = find(INDEX, text);
  expect(answer.instead).toBe(instead);
  expect(answer.partly).toBe(false);
  expect(answer.found[0]?.name).toBe(name);
});

test("where nothing has all of the words, some of them are enough, and that is said", () => {
  const answer = find(INDEX, "library in Truro");
  expect(answer.found.map((one) => one.name)).toEqual(["Members of a library"]);
  expect(answer.partly).toBe(true);
});
