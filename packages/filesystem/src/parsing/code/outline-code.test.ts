import { describe, expect, it } from "vitest";
import { parsedText } from "../../../test/stand/parsed-text.ts";
import type { Language } from "./grammar.ts";

const outline = async (language: Language, ...lines: string[]) =>
  (await parsedText(language, lines.join("\n"))).text.trimEnd().split("\n");

describe("the outline of code", () => {
  it("shows what TypeScript declares", async () => {
    const shown = await outline(
      "typescript",
      "import a from 'a';",
      "export const limit: number = 3, other = 4;",
      "export const add = (a: number, { b }: B) => {",
      "  function inner() {}",
      "  return a;",
      "};",
      "@decorated({ a: 1 })",
      "export abstract class Shape<T> extends Base implements Drawn {",
      "  #hidden = 1;",
      "  constructor(readonly a: string) { super(); }",
      "  static async *walk(): AsyncGenerator<T> {",
      "  }",
      "  abstract area(): number;",
      "}",
      "interface Drawn { draw(on: Canvas): void; name: string }",
      "type Kind = { a: string } | undefined;",
      "enum Colour { Red }",
      "declare function overloaded(a: string): void;",
      "export namespace Space { export const deep = 1; }",
      "export default function () {}",
    );
    expect(shown).toEqual([
      "2: export const limit: number",
      "3-6: export const add = (a: number, { b }: B) =>",
      "7-14: export abstract class Shape<T> extends Base implements Drawn",
      "  10: constructor(readonly a: string)",
      "  11-12: static async *walk(): AsyncGenerator<T>",
      "  13: abstract area(): number",
      "15: interface Drawn",
      "  15: draw(on: Canvas): void",
      "16: type Kind",
      "17: enum Colour",
      "18: declare function overloaded(a: string): void",
      "19: export namespace Space",
      "  19: export const deep",
      "20: export default function ()",
    ]);
  });

  it("shows what TSX and JavaScript declare", async () => {
    expect(await outline("tsx", "export const View = (p: P) => <p>{p.a}</p>;")).toEqual([
      "1: export const View = (p: P) =>",
    ]);
    expect(
      await outline("javascript", "class A {", "  get b() { return 1 }", "}", "let c = function (d) {}", "f(() => {})"),
    ).toEqual(["1-3: class A", "  2: get b()", "4: let c = function (d)"]);
  });

  it("shows what Python declares", async () => {
    const shown = await outline(
      "python",
      "import os",
      "LIMIT: int = 3",
      "lower = 4",
      "@cached",
      "async def load(path, *, deep=True) -> str:",
      "    def inner(): pass",
      "    return path",
      "class Loaf(Bread):",
      "    CRUST = 1",
      "    @property",
      "    def weight(self): return 1",
      "",
      "lower()",
    );
    expect(shown).toEqual([
      "2: LIMIT: int",
      "4-7: async def load(path, *, deep=True) -> str",
      "8-11: class Loaf(Bread)",
      "  9: CRUST",
      "  10-11: def weight(self)",
    ]);
  });

  it("shows what Go declares", async () => {
    const shown = await outline(
      "go",
      "package a",
      "const (",
      "\tOne = iota",
      "\tTwo",
      ")",
      "var x, y int = 1, 2",
      "type Loaf struct {",
      "\tWeight int",
      "}",
      "type Named = Loaf",
      "func (l *Loaf) Bake(at int) error {",
      "\treturn nil",
      "}",
      "func main() {}",
      "",
    );
    expect(shown).toEqual([
      "3: const One",
      "4: const Two",
      "6: var x, y int",
      "7-9: type Loaf struct",
      "10: type Named = Loaf",
      "11-13: func (l *Loaf) Bake(at int) error",
      "14: func main()",
    ]);
  });

  it("shows what Rust declares", async () => {
    const shown = await outline(
      "rust",
      "pub const LIMIT: u8 = 3;",
      "#[derive(Debug)]",
      "pub struct Loaf<T> where T: Flour {",
      "    weight: T,",
      "}",
      "impl<T> Bake for Loaf<T> {",
      "    type Out = u8;",
      "    fn bake(&self) -> u8 { 1 }",
      "}",
      "trait Bake { fn bake(&self) -> u8; }",
      "mod inner { pub enum Kind { A } }",
      "macro_rules! mix { () => {} }",
    );
    expect(shown).toEqual([
      "1: pub const LIMIT: u8",
      "3-5: pub struct Loaf<T> where T: Flour",
      "6-9: impl<T> Bake for Loaf<T>",
      "  7: type Out = u8",
      "  8: fn bake(&self) -> u8",
      "10: trait Bake",
      "  10: fn bake(&self) -> u8",
      "11: mod inner",
      "  11: pub enum Kind",
      "12: macro_rules! mix",
    ]);
  });

  it("shows what Java declares", async () => {
    const shown = await outline(
      "java",
      "package a;",
      "public final class Loaf<T> extends Bread {",
      "  static final int LIMIT = 3;",
      "  Loaf(int weight) {}",
      "  @Override public void bake(int at) throws Burnt {",
      "  }",
      "  enum Kind { RYE; void mix() {} }",
      "}",
      "record Pair(int a, int b) {}",
      "interface Bakes { void bake(int at); }",
    );
    expect(shown).toEqual([
      "2-8: public final class Loaf<T> extends Bread",
      "  3: static final int LIMIT",
      "  4: Loaf(int weight)",
      "  5-6: @Override public void bake(int at) throws Burnt",
      "  7: enum Kind",
      "    7: void mix()",
      "9: record Pair(int a, int b)",
      "10: interface Bakes",
      "  10: void bake(int at)",
    ]);
  });

  it("tells of broken code what can be told, and where it breaks", async () => {
    const { facts, text } = await parsedText(
      "typescript",
      "function well() {}\nclass A { m( { }\nfunction after() {}\n",
    );
    expect(text).toContain("1: function well()");
    expect(facts.problem).toMatch(/does not parse at line [23]/);
    expect((await parsedText("typescript", "function well() {}\n")).facts.problem).toBeUndefined();
  });

  it("shows long declarations cut", async () => {
    const [shown] = await outline("javascript", `function long(${"argument, ".repeat(100_000)}) {}`);
    expect(shown?.length).toBeLessThan(250);
  });

  it.each(["(", "{", "class A{", "a<", "`${", "namespace A{"])("survives %s twenty thousand times", async (nested) => {
    const { facts } = await parsedText("typescript", nested.repeat(20_000));
    expect(facts.problem).toMatch(/does not parse/);
  });
});
