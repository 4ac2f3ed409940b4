import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { subtreeHash } from "./subtree-hash.ts";

const card = {
  id: "1:1",
  name: "Card",
  type: "FRAME",
  absoluteBoundingBox: { x: 10, y: 10, width: 100, height: 50 },
  children: [
    {
      id: "1:2",
      name: "Title",
      type: "TEXT",
      characters: "Hi",
      absoluteBoundingBox: { x: 20, y: 20, width: 30, height: 15 },
    },
  ],
};

describe("the hash of a subtree", () => {
  it("does not depend on the order of keys, or on what follows from the rest", () => {
    const [title] = card.children;
    const { id, ...rest } = card;
    const other = { ...rest, id, absoluteRenderBounds: { x: 1, y: 2, width: 3, height: 4 }, children: [{ ...title }] };
    expect(subtreeHash(other)).toBe(subtreeHash(card));
  });

  it("changes with a letter, a place, a child, or the order of children", () => {
    const [title] = card.children;
    const variants = [
      card,
      { ...card, children: [{ ...title, characters: "Ho" }] },
      { ...card, absoluteBoundingBox: { ...card.absoluteBoundingBox, x: 11 } },
      { ...card, children: [] },
      { ...card, children: [title, { ...title, id: "1:3" }] },
      { ...card, children: [{ ...title, id: "1:3" }, title] },
    ];
    expect(new Set(variants.map((one) => subtreeHash(one as typeof card))).size).toBe(variants.length);
  });

  it("is of one length, whatever is hashed", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, name) => {
        expect(subtreeHash({ id: "1:1", name, value })).toMatch(/^[\da-f]{26}$/);
      }),
    );
  });
});
