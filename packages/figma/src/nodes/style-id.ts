import type { DesignNode } from "./design-node.ts";

/** The style that a node takes its fills, strokes, text, effects or grid from. REST has written the first two in the plural as well. */
export function styleId(node: DesignNode, kind: "fill" | "stroke" | "text" | "effect" | "grid"): string | undefined {
  return node.styles?.[kind] ?? node.styles?.[`${kind}s`];
}
