import type { NodeRecord } from "../file/node-record.ts";

/** What moves and resizes nothing. */
const inert = new Set([
  "name",
  "fills",
  "fillStyleId",
  "strokeStyleId",
  "effectStyleId",
  "effects",
  "opacity",
  "blendMode",
  "locked",
  "pluginData",
  "topLeftRadius",
  "topRightRadius",
  "bottomLeftRadius",
  "bottomRightRadius",
  "cornerSmoothing",
  "reactions",
  "annotations",
  "clipsContent",
  "derived",
  "autoRename",
]);

/** Nodes whose layout may have changed, by what lies directly on the page above them: each such tree is laid out by itself. */
export class PendingLayout {
  /** Whether values changed that any node may depend on: variables, styles, modes. */
  all = false;
  /** Whether a component changed, which instances anywhere follow. */
  private components = false;
  private trees = new Map<NodeRecord, Set<NodeRecord>>();

  add(node: NodeRecord, key: string): void {
    if (inert.has(key) || node.type === "PAGE" || node.type === "DOCUMENT") return;
    let top = node;
    for (const one of [node, ...node.ancestors()]) {
      if (one.type === "PAGE") break;
      top = one;
      if (one.type === "COMPONENT") this.components = true;
    }
    const tree = this.trees.get(top) ?? new Set();
    this.trees.set(top, tree.add(node));
    // What was a tree of its own became a part of another.
    const own = top !== node && key === "parent" ? this.trees.get(node) : undefined;
    if (!own) return;
    for (const one of own) tree.add(one);
    this.trees.delete(node);
  }

  /** Takes out what has to be laid out before this node's size and place are known; everything where none is named. */
  take(node?: NodeRecord): readonly NodeRecord[] {
    if (!node || this.all || this.components) {
      const everything = [...this.trees.values()].flatMap((tree) => [...tree]);
      this.clear();
      return everything;
    }
    let top = node;
    for (const one of node.ancestors()) if (one.type !== "PAGE" && one.type !== "DOCUMENT") top = one;
    const tree = this.trees.get(top);
    this.trees.delete(top);
    return tree ? [...tree] : [];
  }

  clear(): void {
    this.trees.clear();
    this.all = false;
    this.components = false;
  }
}
