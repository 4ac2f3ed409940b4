import type { FigmaDocument } from "../documents/figma-document.ts";
import type { DesignNode } from "../nodes/design-node.ts";
import { rootOf } from "../nodes/design-node.ts";
import { type PlacedNode, placedNodes } from "../nodes/placed-node.ts";

/** Where a design's definitions stand in it, and how often they are used. */
export interface Usage {
  /** By the ids of components, styles and variables. */
  readonly uses: ReadonlyMap<string, number>;
  /** Components and sets by their ids; what is from a library does not stand in the file. */
  readonly places: ReadonlyMap<string, PlacedNode>;
}

/** Counts instances, and bindings to styles and variables. */
export function usageOf(document: FigmaDocument): Usage {
  const uses = new Map<string, number>();
  const places = new Map<string, PlacedNode>();
  const count = (id: string) => void uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const placed of placedNodes(rootOf(document))) {
    const { node } = placed;
    if (node.type === "COMPONENT" || node.type === "COMPONENT_SET") places.set(node.id, placed);
    if (node.componentId !== undefined) count(node.componentId);
    for (const id of new Set(Object.values(node.styles ?? {}))) count(id);
    for (const id of boundIds(node)) count(id);
  }
  return { uses, places };
}

/** Variables that a node is bound to, each once: by itself, by its paints and effects, and by stretches of its text. */
function boundIds(node: DesignNode): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: unknown, isBinding: boolean): void => {
    if (typeof value !== "object" || value === null) return;
    if (isBinding && "id" in value && typeof value.id === "string") {
      found.add(value.id);
      return;
    }
    for (const [key, part] of Object.entries(value)) {
      if (key !== "children" && key !== "color") look(part, isBinding || key === "boundVariables");
    }
  };
  look(node.boundVariables, true);
  for (const part of [node.fills, node.strokes, node.effects, node.style, node.styleOverrideTable]) look(part, false);
  look(node.componentProperties, false);
  return found;
}
