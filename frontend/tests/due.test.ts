import { describe, expect, it } from "vitest";

import { overdueDays } from "../src/due";

describe("a day that something was promised by", () => {
  it.each([
    ["2026-12-12", new Date(2026, 11, 12, 23, 59), 0],
    ["2026-12-12", new Date(2026, 11, 13, 0, 1), 1],
    ["2026-12-12", new Date(2026, 11, 21), 9],
    ["2026-12-12", new Date(2026, 0, 1), 0],
    ["2026-03-28", new Date(2026, 2, 30), 2], // the clocks change between
    ["", new Date(2026, 2, 30), 0],
  ])("%s is %s", (due, today, days) => {
    expect(overdueDays(due, today)).toBe(days);
  });
});
