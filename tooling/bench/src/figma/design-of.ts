import { readFileSync } from "node:fs";
import type { FigmaDocumentSample } from "./figma-documents.ts";
import { generateDesign } from "./generate-design.ts";

/** A document as the API answers it. */
export function designOf({ path, nodes = 0 }: FigmaDocumentSample): Record<string, unknown> {
  return path === undefined ? generateDesign(nodes) : JSON.parse(readFileSync(path, "utf8"));
}
