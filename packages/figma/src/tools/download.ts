import { defineTool, sha256, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Figma } from "../client/figma.ts";
import { fields } from "./fields.ts";

/** Pictures of nodes, as files. */
export const download = defineTool({
  name: "figma_download",
  title: "Download",
  description:
    "Writes pictures of nodes into a directory below the one that the server was started with, and tells their paths. A layer that is but an image gives that image as it was put there, cropped as the design crops it; others are rendered. Nothing that is there is replaced unless overwrite says so.",
  effect: "write",
  idempotent: true,
  input: z.object({
    file: fields.file,
    nodes: fields.nodes.max(100).optional().describe("Without them, the node that the address names"),
    directory: z.string().max(1024).describe("Relative to the download directory: icons, or . for itself"),
    what: z.enum(["auto", "render", "fill"]).default("auto").describe("fill: the image that a layer is filled with"),
    format: z.enum(["png", "jpg", "svg", "pdf"]).default("png").describe("Of what is rendered"),
    scale: z.number().min(0.01).max(4).default(1).describe("Of what is rendered as png or jpg"),
    overwrite: z.boolean().default(false),
  }),
  output: z.object({
    directory: z.string(),
    files: z.array(
      z.object({
        node: z.string(),
        name: z.string().describe("Of the layer"),
        path: z.string().describe("Below the download directory"),
        bytes: z.int(),
        source: z.enum(["rendered", "image", "cropped image"]),
        note: z.string().optional(),
      }),
    ),
    failed: z.array(z.object({ node: z.string(), why: z.string() })),
  }),
  async plan(input, context) {
    const { planDownload } = await import("../downloading/plan-download.ts");
    const { summary, state } = await planDownload(input, context as ToolContext<Figma>);
    return { summary, stateDigest: sha256(state) };
  },
  async run(input, context: ToolContext<Figma>) {
    const { downloadNodes } = await import("../downloading/download-nodes.ts");
    return downloadNodes(input, context);
  },
});
