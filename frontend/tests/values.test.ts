import { expect, test } from "vitest";

import { HIDDEN, NOT_APPLICABLE, NOT_AVAILABLE, decode, whyMissing } from "../src/map/values";

function bitsAnd(numbers: number[], missing: number[]): ArrayBuffer {
  const buffer = new ArrayBuffer(4 * (numbers.length + missing.length));
  const view = new DataView(buffer);
  numbers.forEach((number, i) => view.setFloat32(4 * i, number, true));
  missing.forEach((bits, i) => view.setUint32(4 * (numbers.length + i), bits, true));
  return buffer;
}

test("why a value is missing is told by its bits", () => {
  expect(whyMissing(0x7fc00001)).toBe(HIDDEN);
  expect(whyMissing(0x7fc00002)).toBe(NOT_AVAILABLE);
  expect(whyMissing(0x7fc00003)).toBe(NOT_APPLICABLE);
  expect(whyMissing(0x7fc00000)).toBe(NOT_AVAILABLE);
});

test("zero, negatives and infinity are values", () => {
  const { bits } = decode(bitsAnd([0, -0, -3.5, Number.POSITIVE_INFINITY], []));

  expect([...bits].map(whyMissing)).toEqual([null, null, null, null]);
});
