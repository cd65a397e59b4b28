import { expect, test } from "vitest";

import { distance, nearWords } from "../src/near";

test.each([
  ["leeds", "leeds", 0],
  ["leeds", "leds", 1],
  ["leeds", "leedes", 1],
  ["leeds", "laeds", 1],
  ["leeds", "eleds", 1],
  ["", "abc", 3],
  ["kitten", "sitting", 3],
])("from %j to %j is %d", (one, other, far) => {
  expect(distance(one, other)).toBe(far);
  expect(distance(other, one)).toBe(far);
});

test("a word that begins one of the site's is left as it is, and one near to none too", () => {
  expect(nearWords(["lee", "leds", "truro", "sth"], new Set(["leeds", "south"]))).toEqual([
    "lee",
    "leeds",
    "truro",
    "sth",
  ]);
});
