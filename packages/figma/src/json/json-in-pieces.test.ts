import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonInPieces } from "./json-in-pieces.ts";

/** With pieces so small that even short texts have many. */
function read(text: string, chunk = 7, leastPiece = 0): unknown {
  const bytes = Buffer.from(text);
  const json = new JsonInPieces(leastPiece);
  for (let at = 0; at < bytes.length; at += chunk) json.push(bytes.subarray(at, at + chunk));
  return json.end();
}

function outcome(of: () => unknown): unknown {
  try {
    return { value: of() };
  } catch (error) {
    return (error as Error).name;
  }
}

const { value } = fc.letrec<{ value: unknown; list: unknown; record: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom('"', "\\", '\\"{[', "]}", "long enough that what holds it is a piece of its own {}[]"),
      fc.double(),
      fc.boolean(),
    ),
    fc.constant(null),
    tie("list"),
    tie("record"),
  ),
  list: fc.array(tie("value"), { maxLength: 5 }),
  record: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("fills", "children", "__proto__", "7")), tie("value"), {
    maxKeys: 5,
  }),
}));

describe("JSON that arrives in chunks", () => {
  it("is what JSON.parse makes of all of it, wherever it is cut", () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 200 }), (said, chunk, least) => {
        const text = JSON.stringify(said);
        const whole: unknown = JSON.parse(text);
        const inPieces = read(text, chunk, least);
        expect(inPieces).toStrictEqual(whole);
        expect(JSON.stringify(inPieces)).toBe(JSON.stringify(whole));
      }),
      { numRuns: 1000 },
    );
  });

  it("is refused where JSON.parse refuses it, and is the same where that takes it", () => {
    const broken = fc
      .tuple(value, fc.nat(), fc.nat(3), fc.constantFrom("", "{", "}", "[", "]", '"', ",", ":", "\\", " ", "{}", "[1]"))
      .map(([said, at, cut, put]) => {
        const text = JSON.stringify([{ inner: [said, { said }] }]);
        const place = at % text.length;
        // As it is once it was sent: half of a pair of surrogates is a character of its own.
        return Buffer.from(text.slice(0, place) + put + text.slice(place + cut)).toString();
      });
    fc.assert(
      fc.property(broken, fc.integer({ min: 1, max: 40 }), (text, chunk) => {
        expect(outcome(() => read(text, chunk))).toStrictEqual(outcome(() => JSON.parse(text)));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["nothing", ""],
    ["a text that does not end", '[{"name":"Card'],
    ["an object that ends as an array", '[{"name":"a card with a name"]]'],
    ["an end too many", "[]]"],
    ["an object as a name", '{{"name":"a card with a name"}:1}'],
    ["two values side by side", '[{"name":"one of two"}{"name":"two of two"}]'],
  ])("is refused where it is %s", (_, text) => {
    expect(() => read(text)).toThrow(SyntaxError);
  });

  it("has one object for equal ones, and lists of layers of their own", () => {
    const layer = (id: number) => ({ id, fills: [{ type: "SOLID", color: { r: 1 } }], children: [] });
    const layers = read(JSON.stringify(Array.from({ length: 200 }, (_, id) => layer(id)))) as ReturnType<
      typeof layer
    >[];
    expect(layers).toEqual(Array.from({ length: 200 }, (_, id) => layer(id)));
    expect(new Set(layers.map(({ fills }) => fills)).size).toBe(1);
  });

  it("may begin with a byte order mark, as decoded texts may", () => {
    for (const chunk of [1, 2, 100]) expect(read('\ufeff[{"name":"Card"}]', chunk)).toEqual([{ name: "Card" }]);
    expect(() => read('["\ufeff"]\ufeff')).toThrow(SyntaxError);
    expect(() => read("\ufeff\ufeff[]")).toThrow(SyntaxError);
  });

  it("keeps apart what is written alike: no number is null", () => {
    const text = '[{"at":{"x":1e999}},{"at":{"x":null}},{"at":{"x":-1e999}}]';
    expect(read(text)).toEqual(JSON.parse(text));
  });

  it("is refused where it is nothing but beginnings", () => {
    expect(() => read("[".repeat(1_100_000), 100_000)).toThrow(SyntaxError);
  });

  it("may be deep: nothing is called for each level", () => {
    const deep = 100_000;
    let inner = read(`${'[{"a":'.repeat(deep)}1${"}]".repeat(deep)}`, 1000) as [{ a: unknown }] | 1;
    for (let level = 0; level < deep; level += 1) inner = (inner as [{ a: unknown }])[0].a as typeof inner;
    expect(inner).toBe(1);
  });
});
