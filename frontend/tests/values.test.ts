import { expect, test } from "vitest";

import {
  HIDDEN,
  NOT_APPLICABLE,
  NOT_AVAILABLE,
  OUTSIDE,
  classOf,
  classify,
  countClasses,
  decode,
  whyMissing,
} from "../src/map/values";

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

test("a value equal to a break is in the class above it", () => {
  expect([9.9, 10, 19.9, 20, 99].map((value) => classOf(value, [10, 20]))).toEqual([0, 1, 1, 2, 2]);
});

test("a break that float32 cannot hold still catches the value equal to it", () => {
  expect([...classify(decode(bitsAnd([0.1, 0.3], [])), [0.1, 0.3])]).toEqual([OUTSIDE, 1, 2]);
});

test("hidden, missing and zero are three classes, and position 0 is outside", () => {
  const values = decode(bitsAnd([0, 15], [0x7fc00001, 0x7fc00002]));

  const classes = classify(values, [10]);

  expect([...classes]).toEqual([OUTSIDE, 0, 1, HIDDEN, NOT_AVAILABLE]);
  expect(countClasses(classes)).toEqual(
    new Map([
      [0, 1],
      [1, 1],
      [HIDDEN, 1],
      [NOT_AVAILABLE, 1],
    ]),
  );
});
