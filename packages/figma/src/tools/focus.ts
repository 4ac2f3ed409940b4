import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { EditingClient } from "../editing/editing-client.ts";
import { fields } from "./fields.ts";
import { openFile } from "./open-file.ts";

/** Shows the person nodes of an open file. */
export const focus = defineTool({
  name: "figma_focus",
  title: "Show in Figma",
  description:
    "Selects nodes in the file that is open in Figma and brings them into the person's view, going to their page: to point at what you are talking about. Changes nothing in the file. Needs the Drawbridge plugin.",
  effect: "read",
  idempotent: true,
  input: z.object({ nodes: fields.nodes, file: openFile }),
  async run({ nodes, file }, { client, signal }: ToolContext<EditingClient>) {
    const { selectionContent } = await import("../editing/selection-content.ts");
    const channel = await client.openFiles.channel(file, signal);
    return selectionContent(channel.file, await channel.ask({ type: "focus", nodes }, { signal }));
  },
});
