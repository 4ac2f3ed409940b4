import type { DesignNode } from "./design-node.ts";

/** A node and where it stands. */
export interface PlacedNode {
  readonly node: DesignNode;
  readonly parent: PlacedNode | undefined;
  /** Among its siblings. */
  readonly index: number;
  readonly children: readonly PlacedNode[];
}

/** Every node with its place, in the order of the document, a parent before its children. Deep trees do not exhaust the stack. */
export function placedNodes(root: DesignNode): readonly PlacedNode[] {
  const all: PlacedNode[] = [];
  const stack = [placed(root, undefined, 0)];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    all.push(at);
    const parent = at;
    at.node.children?.forEach((node, index) => {
      parent.children.push(placed(node, parent, index));
    });
    for (let index = at.children.length - 1; index >= 0; index -= 1) {
      const child = at.children[index];
      if (child !== undefined) stack.push(child);
    }
  }
  return all;
}

interface Growing extends PlacedNode {
  readonly children: Growing[];
}

function placed(node: DesignNode, parent: Growing | undefined, index: number): Growing {
  return { node, parent, index, children: [] };
}
