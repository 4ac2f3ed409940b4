import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { EditingClient } from "../editing/editing-client.ts";
import { openFile } from "./open-file.ts";

/** What the person has selected in an open file. */
export const selection = defineTool({
  name: "figma_selection",
  title: "Selection",
  description:
    "What the person has selected in the file that is open in Figma: ids, names, sizes and where they are. figma_read reads those nodes as they are now with file `open`. Needs the Drawbridge plugin; while it is not paired the answer says how to pair it.",
  effect: "read",
  idempotent: true,
  input: z.object({ file: openFile }),
  async run({ file }, { client, signal }: ToolContext<EditingClient>) {
    const { selectionContent } = await import("../editing/selection-content.ts");
    const channel = await client.openFiles.channel(file, signal);
    return selectionContent(channel.file, await channel.ask({ type: "selection" }, { signal }));
  },
});
