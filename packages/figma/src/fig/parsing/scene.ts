import { byPosition } from "./by-position.ts";
import { FigError } from "./fig-error.ts";
import { guidText, referredGuid } from "./guid-text.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import type { Canvas } from "./read-canvas.ts";

type Reference = { readonly guid?: Kiwi<"GUID">; readonly assetRef?: Kiwi<"AssetRef"> };

const inOrder = byPosition(({ parentIndex }: KiwiNode) => parentIndex?.position);

/** All nodes of a file by their ids, and as the tree that they say they are. */
export class Scene {
  readonly nodes: ReadonlyMap<string, KiwiNode>;
  readonly blobs: Canvas["blobs"];
  readonly #children = new Map<string, KiwiNode[]>();
  readonly #byKey = new Map<string, KiwiNode>();
  readonly #root: KiwiNode | undefined;

  constructor({ nodes, blobs }: Canvas) {
    const kept = nodes.filter(({ guid, phase }) => guid !== undefined && phase !== "REMOVED");
    this.nodes = new Map(kept.map((node) => [idOf(node), node]));
    this.blobs = blobs;
    for (const node of this.nodes.values()) {
      if (node.key) this.#byKey.set(node.key, node);
      const parent = referredGuid(node.parentIndex?.guid);
      if (parent === undefined) continue;
      const siblings = this.#children.get(parent);
      if (siblings === undefined) this.#children.set(parent, [node]);
      else siblings.push(node);
    }
    for (const siblings of this.#children.values()) siblings.sort(inOrder);
    this.#root = kept.find(({ type, parentIndex }) => type === "DOCUMENT" && parentIndex === undefined);
    this.#refuseRings();
  }

  get root(): KiwiNode {
    if (this.#root === undefined) throw new FigError("invalid_input", "There is no document in the file.");
    return this.#root;
  }

  /** In the order in which they are drawn. */
  childrenOf(id: string): readonly KiwiNode[] {
    return this.#children.get(id) ?? [];
  }

  parentOf(node: KiwiNode): KiwiNode | undefined {
    return this.nodes.get(referredGuid(node.parentIndex?.guid) ?? "");
  }

  /** What a reference means: a node of the file, which for one from a library is the copy of it. */
  referred(reference: Reference | undefined): KiwiNode | undefined {
    const id = referredGuid(reference?.guid);
    if (id !== undefined) return this.nodes.get(id);
    const key = reference?.assetRef?.key;
    return key === undefined ? undefined : this.#byKey.get(key);
  }

  /** The component set, or the component that stands for itself, whose properties a component has. */
  ownerOf(component: KiwiNode): KiwiNode {
    const parent = this.parentOf(component);
    return parent?.isStateGroup === true ? parent : component;
  }

  #refuseRings(): void {
    const settled = new Set<string>();
    for (const start of this.nodes.values()) {
      const way = new Set<string>();
      for (let node: KiwiNode | undefined = start; node !== undefined; node = this.parentOf(node)) {
        const id = idOf(node);
        if (settled.has(id)) break;
        if (way.has(id)) throw new FigError("invalid_input", `The node ${id} in the file lies within itself.`);
        way.add(id);
      }
      for (const id of way) settled.add(id);
    }
  }
}

/** The id of a stored node; what differs from one (an override) has none. */
export function idOf({ guid }: KiwiNode): string {
  return guid === undefined ? "" : guidText(guid);
}
