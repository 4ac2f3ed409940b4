import type { DesignNode } from "../nodes/design-node.ts";
import { styleId } from "../nodes/style-id.ts";
import { walk } from "../nodes/walk.ts";

/** Where a style's value is seen: a file names its styles, and only the nodes that use them hold their values. */
export interface StyleUse {
  readonly node: DesignNode;
  /** Whether it colours the node's strokes rather than its fills. */
  readonly isStroke: boolean;
}

const kinds = ["fill", "stroke", "text", "effect"] as const;

/** For each style the first node that uses it. A style's own node, which REST gives where it is asked for by id, comes first. */
export function styleNodes(root: DesignNode): ReadonlyMap<string, StyleUse> {
  const uses = new Map<string, StyleUse>();
  for (const node of walk(root)) {
    if (node.styles === undefined) continue;
    for (const kind of kinds) {
      const id = styleId(node, kind);
      if (id !== undefined && !uses.has(id)) uses.set(id, { node, isStroke: kind === "stroke" });
    }
  }
  return uses;
}
