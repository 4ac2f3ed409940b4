import { describe, expect, it } from "vitest";
import { FlatLayers } from "./flat-layers.ts";
import type { Layer } from "./layer.ts";

const layer = (id: string, more: Partial<Layer> = {}): Layer => ({ id, name: id, type: "FRAME", ...more });

describe("FlatLayers", () => {
  it("has layers in the document's order, and counts what is hidden where it was", () => {
    const hidden = layer("3", { visible: false, children: [layer("4"), layer("5")] });
    const flat = FlatLayers.of([layer("1", { children: [layer("2", { children: [hidden] }), layer("6")] })]);
    expect(flat.layers.map(({ id }) => id)).toEqual(["1", "2", "6"]);
    expect([...flat.hidden]).toEqual([0, 3, 0]);
    expect([...flat.ends]).toEqual([3, 2, 3]);
    expect([...flat.depths]).toEqual([0, 1, 1]);
    expect(flat.total).toBe(6);
  });

  it("has hidden layers where they are wanted, and where they were asked for", () => {
    const hidden = layer("2", { visible: false, children: [layer("3")] });
    expect(FlatLayers.of([layer("1", { children: [hidden] })], { withHidden: true })).toHaveLength(3);
    expect(FlatLayers.of([hidden])).toHaveLength(2);
  });

  it("ends where a layer holds itself, or is held twice", () => {
    const children: Layer[] = [];
    const one = layer("1", { children });
    const twice = layer("2");
    children.push(twice, twice, one);
    const flat = FlatLayers.of([one]);
    expect(flat.layers.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(flat.repeated[0]).toBe(2);
  });

  it("takes ten thousand levels, and what is no layer, as they come", () => {
    let deep = layer("0");
    for (let level = 1; level <= 10_000; level += 1) deep = layer(`${level}`, { children: [deep] });
    expect(FlatLayers.of([deep]).depths.at(-1)).toBe(10_000);
    const broken = layer("1", { children: [null, "text", layer("2", { children: 7 as never })] as never });
    expect(FlatLayers.of([broken])).toHaveLength(2);
  });
});
