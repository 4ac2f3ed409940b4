import type { FigmaDocument } from "../src/documents/figma-document.ts";
import type { Layer } from "../src/outline/layer.ts";
import { Design } from "../src/reading/design.ts";
import type { Detail } from "../src/reading/detail.ts";
import { treePage } from "../src/reading/tree-page.ts";

/** What of a document matters to a test beside its layers. */
export type About = Partial<Pick<FigmaDocument, "components" | "componentSets" | "styles" | "variables">>;

/** A document of one page with these layers on it. */
export function documentOf(layers: readonly Layer[], about: About = {}): FigmaDocument {
  const page = { id: "0:1", name: "Page", type: "CANVAS", children: layers };
  return {
    ...{ key: "key", name: "Design", version: "1", lastModified: "2026-01-01T00:00:00Z", source: "rest" },
    ...{ components: {}, componentSets: {}, styles: {} },
    ...about,
    document: { id: "0:0", name: "Document", type: "DOCUMENT", scrollBehavior: "SCROLLS", children: [page] as never },
  };
}

/** All of these layers as they are told on one page, without the page's own line. */
export function toldTree(layers: readonly Layer[], about: About = {}, detail: Detail = "full", depth = 100): string {
  const design = new Design(documentOf(layers, about), [{ id: "0:1", name: "Page", type: "CANVAS", children: layers }]);
  const { text } = treePage(design, { detail, depth, start: 0, tokens: 1e6, bytes: 1e6 });
  return text.replace('page "Page" 0:1\n', "");
}

/** A layer with a box. */
export function layer(
  type: string,
  id: string,
  box: readonly [number, number, number, number],
  more: Partial<Layer> = {},
): Layer {
  const [x, y, width, height] = box;
  return { id, name: id, type, absoluteBoundingBox: { x, y, width, height }, ...more };
}
