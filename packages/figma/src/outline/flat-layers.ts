import type { Layer } from "./layer.ts";

/**
 * The layers that can be seen, in the order of the document: a layer comes before those inside it. What is hidden is counted and left
 * out with all that is inside. It is made without recursion, however deep the document, and each object is entered once, so that one that
 * holds itself, or is held twice, ends.
 */
export class FlatLayers {
  readonly layers: readonly Layer[];
  /** Of each layer: the index of the one that holds it, −1 for what was asked for. */
  readonly parents: Int32Array;
  /** Of each layer: the index of the first that is no longer inside it. */
  readonly ends: Int32Array;
  /** Of each layer: how far inside it is, 0 for what was asked for. */
  readonly depths: Int32Array;
  /** Of each layer: how many layers directly and indirectly inside were left out since they are hidden, but for those inside layers that are here. */
  readonly hidden: Int32Array;
  /** Of each layer: how many references led back to a layer that was met before. */
  readonly repeated: Int32Array;
  /** Every layer there is, hidden ones too. */
  readonly total: number;

  private constructor(walk: Walk) {
    this.layers = walk.layers;
    this.parents = Int32Array.from(walk.parents);
    this.ends = Int32Array.from(walk.ends);
    this.depths = Int32Array.from(walk.depths);
    this.hidden = Int32Array.from(walk.hidden);
    this.repeated = Int32Array.from(walk.repeated);
    this.total = walk.total;
  }

  /**
   * @param roots what was asked for; there even where it is hidden itself
   * @param options.withHidden hidden layers are there as all others are
   */
  static of(roots: readonly Layer[], { withHidden = false }: { readonly withHidden?: boolean } = {}): FlatLayers {
    const walk = new Walk(withHidden);
    for (const root of roots) walk.enter(root);
    return new FlatLayers(walk);
  }

  get length(): number {
    return this.layers.length;
  }

  /** The layer that holds this one, or undefined for what was asked for. */
  parentOf(index: number): Layer | undefined {
    return this.layers[this.parents[index] ?? -1];
  }
}

/** What is still to be entered: the children of a layer, from one of them on. */
interface Rest {
  readonly index: number;
  readonly children: readonly Layer[];
  next: number;
}

class Walk {
  readonly layers: Layer[] = [];
  readonly parents: number[] = [];
  readonly ends: number[] = [];
  readonly depths: number[] = [];
  readonly hidden: number[] = [];
  readonly repeated: number[] = [];
  total = 0;
  readonly #met = new Set<Layer>();
  readonly #withHidden: boolean;

  constructor(withHidden: boolean) {
    this.#withHidden = withHidden;
  }

  enter(root: Layer): void {
    if (this.#met.has(root)) return;
    const open: Rest[] = [this.#add(root, -1, 0)];
    for (let rest = open.at(-1); rest !== undefined; rest = open.at(-1)) {
      const child = rest.children[rest.next];
      rest.next += 1;
      if (rest.next > rest.children.length) {
        this.ends[rest.index] = this.layers.length;
        open.pop();
      } else if (isLayer(child)) {
        const added = this.#child(child, rest.index, open.length);
        if (added !== undefined) open.push(added);
      }
    }
  }

  #child(child: Layer, parent: number, depth: number): Rest | undefined {
    if (this.#met.has(child)) this.repeated[parent] = (this.repeated[parent] ?? 0) + 1;
    else if (child.visible === false && !this.#withHidden)
      this.hidden[parent] = (this.hidden[parent] ?? 0) + this.#count(child);
    else return this.#add(child, parent, depth);
    return undefined;
  }

  #add(layer: Layer, parent: number, depth: number): Rest {
    this.#met.add(layer);
    this.total += 1;
    const index = this.layers.push(layer) - 1;
    this.parents.push(parent);
    this.depths.push(depth);
    this.hidden.push(0);
    this.repeated.push(0);
    this.ends.push(index + 1);
    return { index, children: childrenOf(layer), next: 0 };
  }

  #count(layer: Layer): number {
    let count = 0;
    const open = [layer];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (!isLayer(one) || this.#met.has(one)) continue;
      this.#met.add(one);
      count += 1;
      for (const child of childrenOf(one)) open.push(child);
    }
    this.total += count;
    return count;
  }
}

function isLayer(value: unknown): value is Layer {
  return typeof value === "object" && value !== null;
}

function childrenOf({ children }: Layer): readonly Layer[] {
  return Array.isArray(children) ? children : [];
}
