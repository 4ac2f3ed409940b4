import type { Rectangle } from "@figma/rest-api-spec";
import type { PlacedNode } from "../../nodes/placed-node.ts";
import type { Extents } from "./extents.ts";
import { type Layer, overlaps } from "./layer.ts";

/** Children beyond which a parent's are found by bands rather than one by one. */
const few = 32;

/** Pixels of the lowest bands; each further level's are this many times as high. */
const lowest = 16;
const step = 4;

/** Finds the layers within a box, without looking at every node of a page for each. */
export class LayerIndex {
  readonly #extents: Extents;
  readonly #bands = new Map<PlacedNode, Bands>();
  /** Nodes that were looked at, for whoever bounds the work. */
  visits = 0;

  constructor(extents: Extents) {
    this.#extents = extents;
  }

  /** What of a subtree may be seen within a box; undefined where nothing of it can. */
  within(placed: PlacedNode, box: Rectangle): Layer | undefined {
    this.visits += 1;
    const extent = this.#extents.get(placed);
    if (extent === undefined || !overlaps(extent, box)) return undefined;
    const children: Layer[] = [];
    for (const child of this.#candidates(placed, box)) {
      const layer = this.within(child, box);
      if (layer !== undefined) children.push(layer);
    }
    return { placed, children: placed.node.itemReverseZIndex === true ? children.reverse() : children };
  }

  #candidates(placed: PlacedNode, box: Rectangle): readonly PlacedNode[] {
    if (placed.children.length <= few) return placed.children;
    let bands = this.#bands.get(placed);
    if (bands === undefined) {
      bands = new Bands(placed.children, this.#extents);
      this.#bands.set(placed, bands);
    }
    return bands.near(box);
  }
}

/** Children by the horizontal bands that they lie in: low ones in low bands, high ones in high bands, each in two or three. */
class Bands {
  readonly #levels: Map<number, PlacedNode[]>[] = [];

  constructor(children: readonly PlacedNode[], extents: Extents) {
    for (const child of children) {
      const extent = extents.get(child);
      if (extent === undefined) continue;
      const level = Math.max(0, Math.ceil(Math.log(extent.height / lowest) / Math.log(step)));
      const bands = this.#level(Number.isFinite(level) ? level : 0);
      const height = lowest * step ** (Number.isFinite(level) ? level : 0);
      const last = Math.floor((extent.y + extent.height) / height);
      for (let band = Math.floor(extent.y / height); band <= last; band += 1) {
        const inBand = bands.get(band);
        if (inBand === undefined) bands.set(band, [child]);
        else inBand.push(child);
      }
    }
  }

  /** In the order in which they are painted. */
  near({ y, height }: Rectangle): readonly PlacedNode[] {
    const found = new Set<PlacedNode>();
    for (const [level, bands] of this.#levels.entries()) {
      const size = lowest * step ** level;
      const last = Math.floor((y + height) / size);
      for (let band = Math.floor(y / size); band <= last; band += 1) {
        for (const child of bands.get(band) ?? []) found.add(child);
      }
    }
    return [...found].sort((one, other) => one.index - other.index);
  }

  #level(level: number): Map<number, PlacedNode[]> {
    while (this.#levels.length <= level) this.#levels.push(new Map());
    return this.#levels[level] ?? new Map();
  }
}
