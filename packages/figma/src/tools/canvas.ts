import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { EditingClient } from "../editing/editing-client.ts";
import { openFile } from "./open-file.ts";

/** What lies on the page that the person looks at. */
export const canvas = defineTool({
  name: "figma_canvas",
  title: "Canvas",
  description:
    "The file that is open in Figma as the person sees it: its pages, the part of the current page that is in view, what lies directly on that page and where, and what is selected. Look here for free space before figma_edit adds to a page. Needs the Drawbridge plugin.",
  effect: "read",
  idempotent: true,
  input: z.object({ file: openFile }),
  async run({ file }, { client, signal }: ToolContext<EditingClient>) {
    const { canvasContent } = await import("../editing/canvas-content.ts");
    const channel = await client.openFiles.channel(file, signal);
    return canvasContent(channel.file, await channel.ask({ type: "canvas" }, { signal }));
  },
});
