import type { Node } from "@vscode/tree-sitter-wasm";

/** Enough of a declaration for any label; functions can have megabytes. */
const longest = 1000;

/**
 * A declaration as it is written, up to its body or value.
 *
 * @param whole the node with what stands around it, such as an `export`
 */
export function symbolLabel(node: Node, whole: Node, text: string): string {
  const start = afterDecorators(whole);
  const end = bodyOrValue(node)?.startIndex ?? node.endIndex;
  const head = text.slice(start, Math.min(end, start + longest));
  return (end === node.endIndex ? upToBrace(head) : head).replace(/[\s={:;(]+$/, "");
}

function afterDecorators(node: Node): number {
  return node.children.find((child) => child?.type !== "decorator")?.startIndex ?? node.startIndex;
}

/** The body of a function is one, also where a constant holds the function, whose parameters belong to the label. */
function bodyOrValue(node: Node): Node | null {
  const [declarator] = node.namedChildren.filter((child) => child?.type === "variable_declarator");
  const value = (declarator ?? node).childForFieldName("value") ?? node.childForFieldName("right");
  return node.childForFieldName("body") ?? value?.childForFieldName("body") ?? value;
}

function upToBrace(head: string): string {
  const brace = head.indexOf("{");
  return brace < 0 ? head : head.slice(0, brace);
}
