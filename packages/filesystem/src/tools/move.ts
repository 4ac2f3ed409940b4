import { type CallContext, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { fields } from "./fields.ts";

/** Another place or name for a file or folder. */
export const move = defineTool({
  name: "fs_move",
  title: "Move",
  description:
    "Moves or renames a file, a folder with all that is in it, or a link itself. Its new folder must exist. Nothing is " +
    "replaced unless overwrite is true, and then a file alone, which fs_undo brings back.",
  effect: "write",
  input: z.object({
    from: fields.path,
    to: fields.path.describe("Its new path, with its name"),
    overwrite: fields.overwrite,
  }),
  output: fields.relocated,
  async plan({ from, to, overwrite }, { client }: CallContext<Files>) {
    const { planAt } = await import("../changing/plans/plan-at.ts");
    const places = [from, to].map((written) => ({ written, effect: "write", followLast: false }) as const);
    return planAt(
      client,
      places,
      ([source, target]) => `Move ${source} to ${target}${overwrite ? ", replacing a file there" : ""}`,
    );
  },
  async run(input, { client, principal, signal }: ToolContext<Files>) {
    const { move: moveEntry } = await import("../changing/move.ts");
    return moveEntry(client, input, { tool: "fs_move", principal, signal });
  },
});
