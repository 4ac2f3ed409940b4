import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { EditingClient } from "../editing/editing-client.ts";
import { openFile } from "./open-file.ts";

/** Takes back one edit of an open file. */
export const undo = defineTool({
  name: "figma_undo",
  title: "Undo an edit",
  description:
    "Takes back one figma_edit in the file that is open in Figma, all of it: the last one, or the one that `edit` names, with `and_later` those after it too, as one step. Refused where a person changed the same layers since or put something into what it made; what it made goes as it is. Needs the Drawbridge plugin.",
  effect: "write",
  input: z.object({
    edit: z.string().min(8).max(64).optional().describe("From the answer of figma_edit; the last one without it"),
    and_later: z.boolean().default(false).describe("Also every edit made after it"),
    file: openFile,
  }),
  async run({ edit, and_later, file }, { client, signal, progress }: ToolContext<EditingClient>) {
    const { undoContent } = await import("../editing/undo-content.ts");
    const channel = await client.openFiles.channel(file, signal);
    const named = edit === undefined ? {} : { edit };
    const question = { type: "undo", ...named, ...(and_later ? { andLater: true } : {}) } as const;
    return undoContent(channel.file, await channel.ask(question, { signal, progress }));
  },
});
