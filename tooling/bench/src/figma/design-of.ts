import { readFileSync } from "node:fs";
import { changedDesign } from "./changed-design.ts";
import type { FigmaDocumentSample } from "./figma-documents.ts";
import { generateDesign } from "./generate-design.ts";

/** A document as the API answers it. */
export function designOf({ path, nodes = 0, isChanged = false }: FigmaDocumentSample): Record<string, unknown> {
  const design = path === undefined ? generateDesign(nodes) : JSON.parse(readFileSync(path, "utf8"));
  return isChanged ? changedDesign(design) : design;
}
