import type { FigmaDocument } from "../documents/figma-document.ts";
import { rootOf } from "../nodes/design-node.ts";
import { type PlacedNode, placedNodes } from "../nodes/placed-node.ts";
import { type Extents, extentsOf } from "./compositing/extents.ts";

/** A document made ready to be held against rules: what all of them ask is worked out once. */
export class LintedDesign {
  readonly document: FigmaDocument;
  readonly nodes: readonly PlacedNode[];
  readonly extents: Extents;
  readonly #seen = new Set<PlacedNode>();
  readonly #inInstance = new Set<PlacedNode>();
  readonly #leftOut = new Map<string, number>();

  constructor(document: FigmaDocument) {
    this.document = document;
    this.nodes = placedNodes(rootOf(document));
    for (const placed of this.nodes) {
      const { node, parent } = placed;
      const isShown = node.visible !== false && node.opacity !== 0;
      if (isShown && (parent === undefined || this.#seen.has(parent))) this.#seen.add(placed);
      const isWithin = parent !== undefined && (parent.node.type === "INSTANCE" || this.#inInstance.has(parent));
      if (isWithin) this.#inInstance.add(placed);
    }
    this.extents = extentsOf(this.nodes, (placed) => this.#seen.has(placed));
  }

  /** Whether a node and all that it is in are visible. */
  isSeen(placed: PlacedNode): boolean {
    return this.#seen.has(placed);
  }

  /** Whether a node belongs to a component's copy, where it can only be mended in the component. */
  isInInstance(placed: PlacedNode): boolean {
    return this.#inInstance.has(placed);
  }

  /** Whether a node has a field from its component: all that was not overridden in the copy. */
  isInherited(placed: PlacedNode, ...fields: readonly string[]): boolean {
    const { node } = placed;
    if (this.#inInstance.has(placed)) return true;
    if (node.type !== "INSTANCE") return false;
    const own = node.overrides?.find(({ id }) => id === node.id);
    return !fields.some((field) => own?.overriddenFields.includes(field));
  }

  /** Counts a node that a rule did not come to, since the design is too large. */
  leaveOut(rule: string): void {
    this.#leftOut.set(rule, (this.#leftOut.get(rule) ?? 0) + 1);
  }

  /** Nodes that were not checked, by rule. */
  get leftOut(): ReadonlyMap<string, number> {
    return this.#leftOut;
  }
}
