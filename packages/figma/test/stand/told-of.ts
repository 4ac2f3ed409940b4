import type { SubcanvasNode } from "@figma/rest-api-spec";
import { documentOf } from "../../src/fig/parsing/document-of.ts";
import { readCanvas } from "../../src/fig/parsing/read-canvas.ts";
import { canvasOf, type NodeChange } from "./fig-of.ts";

/** An id as a file stores it. */
export const guid = (localID: number, sessionID = 1) => ({ sessionID, localID });
/** A place beside the parent's origin. */
export const at = (x: number, y: number) => ({ m00: 1, m01: 0, m02: x, m10: 0, m11: 1, m12: y });
/** Lies in another node. */
export const under = (parent: { sessionID: number; localID: number }, position = "!") => ({
  parentIndex: { guid: parent, position },
});
const page = guid(1, 0);
/** The page that nobody sees. */
export const hidden = guid(2, 0);
const base: NodeChange[] = [
  { guid: guid(0, 0), type: "DOCUMENT", name: "Document" },
  { guid: page, type: "CANVAS", name: "Page", ...under(guid(0, 0)) },
  { guid: hidden, type: "CANVAS", name: "Internal", internalOnly: true, ...under(guid(0, 0), "~") },
];

/** What a drawing of these nodes is told as; those without a parent lie on the page. */
export function told(nodes: readonly NodeChange[], { geometry = false, blobs = [] as Uint8Array[] } = {}) {
  const placed = nodes.map((node) => ({ name: "", size: { x: 10, y: 10 }, ...under(page), ...node }));
  return documentOf(readCanvas(canvasOf([...base, ...placed], { blobs })), geometry);
}

/** The first layer of the page. */
export const first = (...args: Parameters<typeof told>): SubcanvasNode | undefined =>
  told(...args).document.children[0]?.children[0];
