import type { Selection } from "@drawbridge/figma/bridge";
import type { PluginAPI, SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import { pageOf } from "../running/prepare.ts";
import { selectionOf } from "./placed-node.ts";

/** Selects nodes and brings them into view; goes to their page first. */
export async function focus(figma: PluginAPI, ids: readonly string[]): Promise<Selection> {
  const nodes: SceneNode[] = [];
  for (const id of ids) {
    const node = await figma.getNodeByIdAsync(id);
    if (!node || node.type === "DOCUMENT" || node.type === "PAGE") {
      throw new Problem("not_found", `There is no layer ${id} in this file`, {
        mend: "figma_canvas lists what there is.",
      });
    }
    nodes.push(node);
  }
  const [first] = nodes;
  const page = first && pageOf(first);
  if (!page) throw new Problem("not_found", "No layer is named");
  if (page !== figma.currentPage) await figma.setCurrentPageAsync(page);
  const here = nodes.filter((node) => pageOf(node) === page);
  page.selection = here;
  figma.viewport.scrollAndZoomIntoView(here);
  return selectionOf(figma);
}
