import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentsAddress } from "./contents-address.ts";
import { writtenAddress } from "./written-address.ts";

const site = { owner: "acme", repo: "site" };

describe("contentsAddress", () => {
  it.each([
    ["repo://acme/site/contents", { path: "" }],
    ["repo://acme/site/contents/", { path: "" }],
    ["repo://acme/site/contents/src/add.ts", { path: "src/add.ts" }],
    ["repo://acme/site/contents/src/", { path: "src" }],
    ["repo://acme/site/contents/src%2Fadd.ts", { path: "src/add.ts" }],
    ["repo://acme/site/contents/contents/refs", { path: "contents/refs" }],
    ["repo://acme/site/contents/100%25%3F.md", { path: "100%?.md" }],
    ["repo://acme/site/contents/a%252Fb", { path: "a%2Fb" }],
    ["repo://acme/site/contents/...", { path: "..." }],
    ["repo://acme/site/refs/main/contents", { path: "", ref: "main" }],
    ["repo://acme/site/refs/fix%2Fadd/contents/src/add.ts", { path: "src/add.ts", ref: "fix/add" }],
  ])("reads %s", (address, meant) => {
    expect(contentsAddress(address)).toEqual({ ...site, ref: undefined, ...meant });
  });

  it.each([
    "repo://acme/site/contents//",
    "repo://acme/site/contents//src",
    "repo://acme/site/contents/src//add.ts",
    "repo://acme/site/contents/%2F",
    "repo://acme/site/contents/%2Fsrc",
    "repo://acme/site/contents/..",
    "repo://acme/site/contents/../../vault",
    "repo://acme/site/contents/%2e%2E/vault",
    "repo://acme/site/contents/..%2F..%2Fvault",
    "repo://acme/site/contents/src/./add.ts",
    "repo://acme/site/contents/a%00b",
    "repo://acme/site/contents/%zz",
    "repo://acme/site/contents/%ff",
    "repo://acme/site/contents/a?ref=main",
    "repo://acme/site/contents/a#b",
    `repo://acme/site/refs/${"a".repeat(256)}/contents`,
  ])("refuses %s", (address) => {
    expect(() => contentsAddress(address)).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });

  it("finds again what an address was written of, whatever it holds", () => {
    const name = fc
      .string({ minLength: 1, unit: "grapheme" })
      .filter((text) => !/^\.{1,2}$/.test(text) && !/[/\0]/.test(text));
    const ref = fc.option(fc.string({ minLength: 1, maxLength: 100, unit: "grapheme" }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(name), ref, (names, at) => {
        const meant = { ...site, path: names.join("/"), ref: at };
        expect(contentsAddress(writtenAddress(meant))).toEqual(meant);
      }),
    );
  });

  it("leads to no other place than below its own repository", () => {
    const part = fc.constantFrom("a", ".", "..", "/", "%2e", "%2F", "%", "%00", "\\", "?", "#", "é", "contents");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        let path: string;
        try {
          ({ path } = contentsAddress(`repo://acme/site/contents/${parts.join("")}`));
        } catch {
          return;
        }
        const { pathname } = new URL(`http://x/top/${path.split("/").map(encodeURIComponent).join("/")}`);
        expect(pathname.startsWith("/top/")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
