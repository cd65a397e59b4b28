import { expect, test } from "vitest";

import { areaAt, metresAcross, sayAcross, sayRefused } from "../src/here";
import type { Ids } from "../src/map/raster";
import { toMercator } from "../src/map/view";

// Two areas side by side, and sea under them.
const ids: Ids = { width: 2, height: 2, numbers: Uint32Array.from([1, 2, 0, 0]) };
const [left, bottom] = toMercator(-4, 50);
const [right, top] = toMercator(-2, 52);
const box: [number, number, number, number] = [left, bottom, right, top];

test("a place is in the area whose pixel it falls on", () => {
  expect(areaAt(ids, box, { lon: -3.5, lat: 51.5 })).toBe(1);
  expect(areaAt(ids, box, { lon: -2.5, lat: 51.5 })).toBe(2);
  expect(areaAt(ids, box, { lon: -2.5, lat: 50.2 })).toBe(0);
});

test("a place beside the picture is in no area", () => {
  for (const [lon, lat] of [
    [-4.1, 51.5],
    [-1.9, 51.5],
    [-3, 53],
    [-3, 49],
    [0, 90],
    [0, -90],
  ] as const) {
    expect(areaAt(ids, box, { lon, lat })).toBe(0);
  }
});

test("how near is sure is said in round figures, never nearer than it is", () => {
  expect(metresAcross(ids, box, 0)).toBeCloseTo((right - left) / 2, 6);
  expect(metresAcross(ids, box, 60)).toBeCloseTo((right - left) / 4, 6);
  expect(sayAcross(611)).toBe("620 metres");
  expect(sayAcross(1210)).toBe("1.3 kilometres");
});

test("a refusal says why, and what to do", () => {
  expect(sayRefused(1)).toBe(
    "Your browser was not allowed to say where you are. Type the name of an area instead.",
  );
  expect(sayRefused(3)).toContain("too long");
  expect(sayRefused(99)).toContain("does not know");
});
