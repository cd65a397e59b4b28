import { expect, test } from "vitest";

import { inWords, spoken } from "../src/spoken";

test("a word is said as the page has it, with its values", () => {
  const words = { "Showing {shown} of {all} rows": "Yn dangos {shown} o {all} rhes" };
  const said = inWords(words, "Showing {shown} of {all} rows", { shown: 3, all: 20 });
  expect(said).toBe("Yn dangos 3 o 20 rhes");
});

test("a word that the page lacks is said in English", () => {
  expect(inWords({}, "Link copied")).toBe("Link copied");
  expect(spoken("Link copied")).toBe("Link copied");
});

test("a place without a value stays as it is", () => {
  expect(inWords({}, "{days} days", {})).toBe("{days} days");
});
