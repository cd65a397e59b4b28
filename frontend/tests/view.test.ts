import { expect, test } from "vitest";

import { readView, toDegrees, toMercator, viewOf, writeView } from "../src/map/view";

test("a view survives the address", () => {
  const view = { zoom: 8.25, lat: 51.5072, lon: -0.1276 };

  expect(writeView(view)).toBe("#map=8.25/51.5072/-0.1276");
  expect(readView(writeView(view))).toEqual(view);
  expect(writeView(null)).toBe("");
});

test.each(["", "#main", "#map=8/51", "#map=a/b/c", "#map=99/51/0", "#map=8/91/0"])(
  "%j is no view",
  (hash) => {
    expect(readView(hash)).toBeNull();
  },
);

test("degrees and metres agree with EPSG:3857", () => {
  const [x, y] = toMercator(-1.5, 53.8);

  expect(x).toBeCloseTo(-166979.236, 2);
  expect(y).toBeCloseTo(7132369.312, 2);
  expect(toDegrees(x, y).lat).toBeCloseTo(53.8, 9);
  expect(toDegrees(x, y).lon).toBeCloseTo(-1.5, 9);
});

test("the world fills 512 pixels at zoom 0 and half of it fills them at zoom 1", () => {
  const half = 20037508.342789244;

  expect(viewOf([-half, -half, half, half], 512).zoom).toBeCloseTo(0);
  expect(viewOf([-half, 0, 0, half], 512).zoom).toBeCloseTo(1);
});
