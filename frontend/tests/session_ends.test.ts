import { describe, expect, it } from "vitest";

import { WARNING, due } from "../src/session_ends";

describe("a session with so many seconds left", () => {
  it.each([
    [1800, false, "wait"],
    [WARNING + 1, false, "wait"],
    [WARNING, false, "warn"],
    [WARNING, true, "wait"],
    [1, false, "warn"],
    [0, true, "leave"],
    [-60, false, "leave"],
  ])("%s, warned: %s", (left, warned, what) => {
    expect(due(left, warned)).toBe(what);
  });
});
