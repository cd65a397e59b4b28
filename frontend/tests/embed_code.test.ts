import { describe, expect, it } from "vitest";

import { wholeAddresses } from "../src/embed_code";

describe("code for other people's pages", () => {
  it("has the site's address before each of its own", () => {
    const code = '<a href="/r/1/x"><img src="/r/1/y.png" alt="a /b"></a>';
    expect(wholeAddresses(code, "https://place.example")).toBe(
      '<a href="https://place.example/r/1/x"><img src="https://place.example/r/1/y.png" alt="a /b"></a>',
    );
  });

  it("leaves whole addresses as they are", () => {
    const code = '<iframe src="https://place.example/embed/x"></iframe><img src="//other/x">';
    expect(wholeAddresses(code, "https://elsewhere.example")).toBe(code);
  });
});
