import type { Node } from "@vscode/tree-sitter-wasm";
import type { OutlineEntry } from "../outline-text.ts";
import type { Grammar } from "./grammar.ts";
import { symbolLabel } from "./symbol-label.ts";

/** Deeper than this nothing is nested that a person wrote. */
const deepest = 30;

/** What a piece of code declares, in its order. */
export function symbolsIn(root: Node, text: string, grammar: Grammar): Generator<OutlineEntry> {
  return within(root, undefined, { text, grammar, depth: 0, steps: 0 });
}

interface Place {
  readonly text: string;
  readonly grammar: Grammar;
  readonly depth: number;
  /** Nodes on the way, shown or not. */
  readonly steps: number;
}

/** @param wrapper the outermost of the nodes that stand around this one */
function* within(node: Node, wrapper: Node | undefined, place: Place): Generator<OutlineEntry> {
  const { grammar, depth, steps } = place;
  const deeper = { ...place, steps: steps + 1 };
  for (const child of steps > deepest ? [] : node.namedChildren.filter((child) => child !== null)) {
    const isContainer = grammar.containers.has(child.type);
    if (isContainer || isShown(child, grammar)) {
      yield entryOf(child, wrapper ?? child, place);
      const body = isContainer ? child.childForFieldName("body") : null;
      if (body !== null) yield* within(body, undefined, { ...deeper, depth: depth + 1 });
    } else if (grammar.around?.has(child.type)) {
      yield* within(child, wrapper ?? child, deeper);
    } else if (grammar.groups?.has(child.type)) {
      yield* within(child, undefined, deeper);
    }
  }
}

function isShown(node: Node, { symbols }: Grammar): boolean {
  return symbols.has(node.type) && (node.type !== "assignment" || isConstant(node));
}

/** An assignment of Python declares a constant or a type where the name begins as these do. */
function isConstant(assignment: Node): boolean {
  return /^_*[A-Z]\w*$/.test(assignment.childForFieldName("left")?.text ?? "");
}

/** @param whole the node with what stands around it */
function entryOf(node: Node, whole: Node, { text, grammar, depth }: Place): OutlineEntry {
  const keyword = grammar.keywords?.[node.type];
  const label = symbolLabel(node, whole, text);
  const { row } = whole.startPosition;
  return {
    depth,
    lines: [row + 1, Math.max(row, lastRow(whole)) + 1],
    label: keyword === undefined ? label : `${keyword} ${label}`,
  };
}

/** A node that ends with a newline ends at the beginning of the next line. */
function lastRow({ endPosition: { row, column } }: Node): number {
  return column === 0 ? row - 1 : row;
}
