import type { ExportedNode, Request } from "@drawbridge/figma/bridge";
import type { PluginAPI } from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import { pageOf } from "../running/prepare.ts";
import { base64 } from "./base64.ts";

type Export = Extract<Request, { type: "export" }>;

/** In bytes: larger pictures do not go over the bridge. */
const largest = 15_000_000;

/** Draws a node. */
export async function exportNode(
  figma: PluginAPI,
  { node: id, format, scale, longest }: Export,
): Promise<ExportedNode> {
  const node = await figma.getNodeByIdAsync(id);
  if (!node || node.type === "DOCUMENT") throw new Problem("not_found", `There is no layer ${id} in this file`);
  await pageOf(node)?.loadAsync();
  const box = "absoluteBoundingBox" in node ? node.absoluteBoundingBox : null;
  const side = Math.max(box?.width ?? 1, box?.height ?? 1, 1);
  const value = Math.max(0.01, longest === undefined ? scale : Math.min(scale, longest / side));
  const constraint = { type: "SCALE", value } as const;
  const bytes =
    format === "png" || format === "jpg"
      ? await node.exportAsync({ format: format === "png" ? "PNG" : "JPG", constraint })
      : await node.exportAsync({ format: format === "svg" ? "SVG" : "PDF" });
  if (bytes.length > largest) {
    throw new Problem("too_large", `The picture has ${bytes.length} bytes`, {
      mend: "Draw a smaller part, or at a smaller scale.",
    });
  }
  return { format, base64: base64(bytes) };
}
