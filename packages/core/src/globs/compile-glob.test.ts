import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConnectorError } from "../errors/connector-error.ts";
import { compileGlob } from "./compile-glob.ts";

const matches = (glob: string, path: string) => compileGlob(glob)(path.split("/"));

/** Generous: what is bounded takes milliseconds, what is not takes hours. */
const bearable = 2000;

const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => !/^\.?$|[/\0]/.test(text));
const path = fc.array(name, { minLength: 1, maxLength: 6 });

const escaped = (literal: string) => literal.replace(/[\\*?[\]{},!]/g, "\\$&");

describe("compileGlob", () => {
  it.each([
    ["*.md", "a.md", true],
    ["*.md", "deep/down/a.md", true],
    ["*.md", "a.mdx", false],
    ["/a.md", "a.md", true],
    ["/a.md", "deep/a.md", false],
    ["/**/a.md", "deep/a.md", true],
    ["..a/b", "..a/b", true],
    ["./src/*.ts", "src/a.ts", true],
    ["src/*.ts", "src/a.ts", true],
    ["src/*.ts", "src/in/a.ts", false],
    ["src/*.ts", "other/src/a.ts", false],
    ["src/**/*.ts", "src/a.ts", true],
    ["src/**/*.ts", "src/in/deep/a.ts", true],
    ["src/**", "src/in/deep/a.ts", true],
    ["**/b/**/d", "a/b/c/d", true],
    ["**/b/**/d", "a/c/d", false],
    ["a?c", "abc", true],
    ["a?c", "a😀c", true],
    ["a?c", "ac", false],
    ["[abc].txt", "b.txt", true],
    ["[abc].txt", "d.txt", false],
    ["[a-c0-9].txt", "7.txt", true],
    ["[!a-c].txt", "d.txt", true],
    ["[^a-c].txt", "b.txt", false],
    ["[]x].txt", "].txt", true],
    ["[!]x].txt", "].txt", false],
    ["[!]x].txt", "a.txt", true],
    ["[a-].txt", "-.txt", true],
    ["{a,b}.txt", "b.txt", true],
    ["{a,b}.txt", "c.txt", false],
    ["{src,test}/**/*.{ts,js}", "test/in/a.js", true],
    ["{a,b{c,d}}.txt", "bd.txt", true],
    ["x{,y}", "x", true],
    ["x{,y}", "xy", true],
    ["\\*.md", "*.md", true],
    ["\\*.md", "a.md", false],
    ["\\{a,b\\}", "{a,b}", true],
    ["\\[a]", "[a]", true],
    ["A.md", "a.md", false],
    ["*", ".hidden", true],
    ["a**b", "axxb", true],
  ])("%s against %s is %s", (glob, against, expected) => {
    expect(matches(glob, against)).toBe(expected);
  });

  it("ignores the case of letters where asked", () => {
    expect(compileGlob("*.PEM", { ignoreCase: true })(["Key.pEm"])).toBe(true);
  });

  it("takes letters for one that a file system may take for one: long s, Kelvin sign", () => {
    expect(compileGlob("id_rsa.key", { ignoreCase: true })(["id_r\u017Fa.\u212Aey"])).toBe(true);
  });

  it("finds a glob with a slash from any folder on where asked", () => {
    const matcher = compileGlob(".aws/credentials", { anywhere: true });
    expect(matcher(["home", "me", ".aws", "credentials"])).toBe(true);
    expect(matcher([".aws", "other", "credentials"])).toBe(false);
  });

  it.each(["[abc", "a{b", "{{a,b}", `${"x".repeat(1025)}`, "{a,b}".repeat(9), "a\0b"])("refuses %s", (glob) => {
    expect(() => compileGlob(glob)).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });

  it.each(["..", "../a", "a/../b", "a/..", "{..,a}/b", "{a,b/..}/c"])("refuses to climb with %s", (glob) => {
    expect(() => compileGlob(glob)).toThrow("Give the folder to look in as path");
  });

  it("matches every literal path with itself, escaped", () => {
    fc.assert(
      fc.property(path, (names) => compileGlob(names.map(escaped).join("/"))(names)),
      { numRuns: 500 },
    );
  });

  it("matches every path that is not empty with **/*", () => {
    const all = compileGlob("**/*");
    fc.assert(fc.property(path, (names) => all(names)));
  });

  it("takes braces for the union of their alternatives", () => {
    const piece = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 3 });
    const subject = fc.array(fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), piece, subject, (alternatives, end, names) => {
        const braced = compileGlob(`x/{${alternatives.join(",")}}${end}/a`);
        const union = alternatives.some((one) => compileGlob(`x/${one}${end}/a`)(["x", ...names, "a"]));
        return braced(["x", ...names, "a"]) === union;
      }),
      { numRuns: 500 },
    );
  });

  it("agrees with a plain regular expression on stars and question marks", () => {
    const glob = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), minLength: 1, maxLength: 8 });
    const subject = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(glob, subject, (text, against) => {
        const plain = new RegExp(`^${text.replace(/\*+/g, ".*").replaceAll("?", ".")}$`);
        return matches(text, against) === plain.test(against);
      }),
      { numRuns: 1000 },
    );
  });

  it("compiles any text, or refuses it as invalid input", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(..."*?[]{},!\\/.a-") }),
    );
    fc.assert(
      fc.property(text, path, (glob, names) => {
        try {
          compileGlob(glob)(names);
        } catch (error) {
          expect(ConnectorError.is(error) && error.code).toBe("invalid_input");
        }
      }),
      { numRuns: 2000 },
    );
  });

  const longName = ["a".repeat(255)];
  const deepPath = Array.from({ length: 250 }, () => "a");
  it.each([
    ["many stars", `${"*a".repeat(100)}*b`, longName],
    ["as many stars as fit", `${"*a".repeat(511)}b`, longName],
    ["question marks between stars", `${"*?".repeat(127)}b`, longName],
    ["many double stars", `${"**/a/".repeat(200)}b`, deepPath],
    ["double stars alone", `${"**/".repeat(300)}b`, deepPath],
    ["stars under double stars", `${"**/*a*a*a/".repeat(90)}b`, deepPath],
    ["alternatives of stars", `{${"*a*a,".repeat(150)}*b}`, longName],
    ["pairs of braces that multiply, then stars", `${"{a,b}".repeat(8)}${"*a".repeat(480)}b`, longName],
    ["as many alternatives as are taken, then empty braces", `${"{a,b}".repeat(8)}${"{}".repeat(490)}`, longName],
    ["alternatives that each nearly match, everywhere", `*${"a".repeat(120)}${"{a,b}".repeat(8)}c`, longName],
    ["nested braces", `${"{".repeat(500)}a${"}".repeat(500)}`, longName],
    ["a brace bomb", "{a,b,c,d,e,f,g,h}".repeat(50), longName],
  ])("takes bounded time for %s", (_, glob, names) => {
    const start = performance.now();
    try {
      compileGlob(glob)(names);
    } catch (error) {
      expect(ConnectorError.is(error)).toBe(true);
    }
    expect(performance.now() - start).toBeLessThan(bearable);
  });
});
