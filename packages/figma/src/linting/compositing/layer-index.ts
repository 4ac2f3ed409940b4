import type { Rectangle } from "@figma/rest-api-spec";
import type { PlacedNode } from "../../nodes/placed-node.ts";
import type { Extents } from "./extents.ts";
import { type Layer, overlaps } from "./layer.ts";

/** Children beyond which a parent's are found by bands rather than one by one. */
const few = 48;

/** Bands that a child may lie in before it counts as tall, and is looked at always. */
const mostBands = 6;

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
    const children = this.#candidates(placed, box).flatMap((child) => this.within(child, box) ?? []);
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

/** Children by the horizontal bands that they lie in. */
class Bands {
  readonly #height: number;
  readonly #bands = new Map<number, PlacedNode[]>();
  readonly #tall: PlacedNode[] = [];

  constructor(children: readonly PlacedNode[], extents: Extents) {
    const heights = children.flatMap((child) => extents.get(child)?.height ?? []).sort((one, other) => one - other);
    this.#height = Math.max(16, heights[heights.length >> 1] ?? 16);
    for (const child of children) {
      const extent = extents.get(child);
      if (extent === undefined) continue;
      const [first, last] = this.#span(extent);
      if (last - first >= mostBands) this.#tall.push(child);
      else for (let band = first; band <= last; band += 1) this.#add(band, child);
    }
  }

  /** In the order in which they are painted. */
  near(box: Rectangle): readonly PlacedNode[] {
    const [first, last] = this.#span(box);
    const found = new Set(this.#tall);
    for (let band = first; band <= last; band += 1) for (const child of this.#bands.get(band) ?? []) found.add(child);
    return [...found].sort((one, other) => one.index - other.index);
  }

  #span({ y, height }: Rectangle): [number, number] {
    return [Math.floor(y / this.#height), Math.floor((y + height) / this.#height)];
  }

  #add(band: number, child: PlacedNode): void {
    const inBand = this.#bands.get(band);
    if (inBand === undefined) this.#bands.set(band, [child]);
    else inBand.push(child);
  }
}
