import { readFileSync } from "node:fs";
import { changedDesign } from "./changed-design.ts";
import type { FigmaDocumentSample } from "./figma-documents.ts";
import { generateDesign } from "./generate-design.ts";

/** A document as the API answers it. */
export function designOf({ path, nodes = 0, isChanged = false }: FigmaDocumentSample): Record<string, unknown> {
  // One that is generated has been through JSON too: what a parser makes has other shapes in memory, and another speed.
  const design = JSON.parse(path === undefined ? JSON.stringify(generateDesign(nodes)) : readFileSync(path, "utf8"));
  return isChanged ? changedDesign(design) : design;
}
