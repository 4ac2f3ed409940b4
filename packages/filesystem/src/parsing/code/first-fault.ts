import type { Node } from "@vscode/tree-sitter-wasm";

/** The line, from 1, of the first place that the grammar does not allow; undefined where there is none. */
export function firstFault(root: Node): number | undefined {
  let node: Node | undefined = root.hasError ? root : undefined;
  while (node !== undefined && !node.isError && !node.isMissing) {
    const within: Node | undefined = node.children.find((child) => child?.hasError || child?.isMissing) ?? undefined;
    if (within === undefined) break;
    node = within;
  }
  return node === undefined ? undefined : node.startPosition.row + 1;
}
