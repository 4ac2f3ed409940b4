import type { CanvasNode, Node, SubcanvasNode } from "@figma/rest-api-spec";
import type { FigmaDocument } from "./figma-document.ts";

/** The id of the page that stands for those which subtrees were taken from. */
export const pageOfSubtrees = "0:0/nodes";

/** The document with some of its subtrees alone: pages as they are, all else on one page that stands for theirs. */
export function withNodes(document: FigmaDocument, nodes: readonly Node[]): FigmaDocument {
  const pages = nodes.filter((node): node is CanvasNode => node.type === "CANVAS");
  const whole = nodes.find((node) => node.type === "DOCUMENT");
  if (whole !== undefined) return { ...document, document: whole };
  const others = nodes.filter((node) => node.type !== "CANVAS" && node.type !== "DOCUMENT") as SubcanvasNode[];
  const rest: CanvasNode[] = others.length === 0 ? [] : [pageFor(others)];
  return { ...document, document: { ...document.document, children: [...pages, ...rest] } };
}

function pageFor(children: SubcanvasNode[]): CanvasNode {
  return {
    id: pageOfSubtrees,
    name: "Nodes that were asked for",
    type: "CANVAS",
    scrollBehavior: "SCROLLS",
    children,
    backgroundColor: { r: 0, g: 0, b: 0, a: 0 },
    prototypeStartNodeID: null,
    flowStartingPoints: [],
    prototypeDevice: { type: "NONE", rotation: "NONE" },
  };
}
