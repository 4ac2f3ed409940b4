import { describe, expect, it } from "vitest";
import { boundedHeaders } from "./bounded-headers.ts";

const invalid = expect.objectContaining({ code: "invalid_input" });

describe("boundedHeaders", () => {
  it("lets through what a caller may say", () => {
    const headers = boundedHeaders({ Authorization: "Bearer x", "X-Figma-Token": "y" });
    expect(Object.fromEntries(headers)).toEqual({ authorization: "Bearer x", "x-figma-token": "y" });
  });

  it("takes a name that is given twice for one, and the end of a line off a value", () => {
    expect([...boundedHeaders({ Accept: "text/plain", accept: "text/html\n" })]).toEqual([
      ["accept", "text/plain, text/html"],
    ]);
    for (const given of [new Headers({ Accept: "text/plain" }), new Map([["Accept", "text/plain"]])])
      expect([...boundedHeaders(given)]).toEqual([["accept", "text/plain"]]);
  });

  it.each(["", "a b", "a:", "ä", "a\r\nb"])("refuses the name %j", (name) => {
    expect(() => boundedHeaders({ [name]: "x" })).toThrow(invalid);
  });

  it.each(["Host", "CONNECTION", "Transfer-Encoding", "content-length", "Proxy-Authorization", "Upgrade", "Expect"])(
    "refuses %s, which steers the connection",
    (name) => {
      expect(() => boundedHeaders({ [name]: "x" })).toThrow(invalid);
    },
  );

  it.each(["sesame\r\nHost: evil.net", "sesame\nx: y", "sesame\0", "sesame☃"])(
    "refuses the value %j without repeating it",
    (value) => {
      expect(() => boundedHeaders({ authorization: value })).toThrow(/^(?!.*sesame)/s);
      expect(() => boundedHeaders({ authorization: value })).toThrow(invalid);
    },
  );

  it("takes 64 headers and not 65", () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`x-${i}`, "1"]));
    expect([...boundedHeaders(many(64))]).toHaveLength(64);
    expect(() => boundedHeaders(many(65))).toThrow(invalid);
  });

  it("takes 16 KiB and not more", () => {
    expect(boundedHeaders({ x: "a".repeat(16_384 - 5) }).get("x")).toHaveLength(16_379);
    expect(() => boundedHeaders({ x: "a".repeat(16_384 - 4) })).toThrow(invalid);
  });
});
