import { expect, test } from "vitest";

import { nearestToMiddle, nextArea, numberAt } from "../src/map/cursor";
import { type Ids, coloursOf, edgesOf, fill, hasInk, isTrue, numbersOf } from "../src/map/raster";
import type { Fill } from "../src/map/settings";
import { HIDDEN, NOT_APPLICABLE, NOT_AVAILABLE, OUTSIDE } from "../src/map/values";

function picture(...rows: number[][]): Ids {
  return {
    width: rows[0]?.length ?? 0,
    height: rows.length,
    numbers: Uint32Array.from(rows.flat()),
  };
}

const RIGHT = { x: 1, y: 0 };
const LEFT = { x: -1, y: 0 };

test("a pixel's number is red, green, blue from the high byte down", () => {
  const pixels = new Uint32Array(new Uint8Array([1, 2, 3, 255, 0, 0x87, 0xc1, 255]).buffer);

  expect([...numbersOf(pixels)]).toEqual([0x010203, 34753]);
});

test("noise in the picture is noticed", () => {
  expect(isTrue(picture([0, 1, 2]), 2)).toBe(true);
  expect(isTrue(picture([0, 1, 3]), 2)).toBe(false);
});

test("every pixel takes the colour of its area's class, and outside is transparent", () => {
  const ids = picture([0, 1, 2]);
  const pixels = new Uint32Array(3);

  const classes = Uint8Array.from([OUTSIDE, 1, 0]);
  const fills: Fill[] = [
    ["#add1f1", 0, "#0b0c0c", ""],
    ["#12436d", 0, "#ffffff", ""],
  ];
  fill(pixels, ids, { classes, fills, edges: null });

  expect([...pixels]).toEqual([0, 0xff6d4312, 0xfff1d1ad]);
});

test("a class of a pattern is inked, hatched the other way than what is hidden", () => {
  const ids = picture(Array(8).fill(1), Array(8).fill(1));
  const pixels = new Uint32Array(16);

  fill(pixels, ids, {
    classes: Uint8Array.from([OUTSIDE, 0]),
    fills: [["#ffffff", 1, "#0b0c0c", "Worse"]],
    edges: null,
  });

  const inked = [...pixels].map((pixel) => (pixel === 0xff0c0c0b ? 1 : 0));
  expect(inked).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]);
  const hidden = [...pixels].map((_, i) => (hasInk(HIDDEN, i % 8, i >> 3) ? 1 : 0));
  expect(inked).not.toEqual(hidden);
});

test("borders lie where neighbours differ", () => {
  expect([...edgesOf(picture([1, 1, 2], [1, 1, 2]))]).toEqual([0, 1, 0, 0, 1, 0]);
});

test("hidden, missing and not applicable are told apart without colour", () => {
  const share = (missing: number): number => {
    let ink = 0;
    for (let i = 0; i < 144; i++) {
      ink += hasInk(missing, i % 12, Math.floor(i / 12)) ? 1 : 0;
    }
    return ink / 144;
  };

  expect([HIDDEN, NOT_AVAILABLE, NOT_APPLICABLE].map(share)).toEqual([1 / 3, 1 / 4, 0]);
  expect(coloursOf(["#000000"])[OUTSIDE]).toBe(0);
});

test("an arrow key goes to the middle of the next area, over the sea", () => {
  const ids = picture([1, 1, 0, 2, 2, 2, 3]);

  expect(nextArea(ids, { x: 0, y: 0 }, RIGHT)).toEqual({ x: 4, y: 0 });
  expect(nextArea(ids, { x: 4, y: 0 }, RIGHT)).toEqual({ x: 6, y: 0 });
  expect(nextArea(ids, { x: 4, y: 0 }, LEFT)).toEqual({ x: 1, y: 0 });
});

test("at the edge of the map an arrow key goes nowhere", () => {
  expect(nextArea(picture([1, 1, 0]), { x: 0, y: 0 }, RIGHT)).toBeNull();
});

test("the keys begin at the area nearest to the middle", () => {
  expect(nearestToMiddle(picture([0, 0, 0], [0, 0, 4], [0, 0, 0]))).toEqual({ x: 2, y: 1 });
  expect(nearestToMiddle(picture([0, 0]))).toBeNull();
});

test("outside the picture there is no area", () => {
  expect(numberAt(picture([7]), { x: -1, y: 0 })).toBe(0);
  expect(numberAt(picture([7]), { x: 0, y: 0 })).toBe(7);
});
