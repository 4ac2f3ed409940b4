import { describe, expect, it } from "vitest";
import { EgressPolicy } from "./egress-policy.ts";

const invalid = expect.objectContaining({ code: "invalid_input" });

describe("EgressPolicy", () => {
  it("refuses a private host that is not allowed at all, which is a slip of the pen", () => {
    expect(() => new EgressPolicy({ hosts: ["a.example"], allowPrivate: ["b.example"] })).toThrow(invalid);
  });

  it.each(["*.example.com", "a.example.com:8443", "http://a.example.com"])(
    "refuses %s as a private host, since one host is meant",
    (text) => {
      expect(() => new EgressPolicy({ hosts: ["*.example.com"], allowPrivate: [text] })).toThrow(invalid);
    },
  );

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])("refuses %d as a bound", (bound) => {
    expect(() => new EgressPolicy({ hosts: [], timeout: bound })).toThrow(invalid);
    expect(() => new EgressPolicy({ hosts: [], maxBytes: bound })).toThrow(invalid);
  });

  it("is not changed by a change of the list it was made from", () => {
    const hosts = ["a.example"];
    const policy = new EgressPolicy({ hosts });
    hosts.push("b.example");
    expect(policy.hosts.map(({ name }) => name)).toEqual(["a.example"]);
  });
});
