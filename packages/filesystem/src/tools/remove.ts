import { type CallContext, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { fields } from "./fields.ts";

/** Takes a file or folder away, restorably. */
export const remove = defineTool({
  name: "fs_delete",
  title: "Delete",
  description:
    "Deletes a file, a link itself, or with recursive a folder and all that is in it. It goes to the journal, from where " +
    "fs_undo brings it back by the transaction in the answer.",
  effect: "destroy",
  input: z.object({
    path: fields.path,
    recursive: z.boolean().default(false).describe("Also a folder that is not empty"),
  }),
  output: z.object({
    path: z.string(),
    entries: z.number().describe("How many files and folders"),
    bytes: z.number(),
    transaction: z.string().describe("For fs_undo"),
  }),
  async plan({ path, recursive }, { client, signal }: CallContext<Files>) {
    const [{ planAt }, { assertRemovable }] = await Promise.all([
      import("../changing/plans/plan-at.ts"),
      import("../changing/remove.ts"),
    ]);
    return planAt(client, [{ written: path, effect: "destroy", followLast: false }], async ([at], [place]) => {
      if (place === undefined) throw new Error("A place was asked for");
      const { entries, bytes } = await assertRemovable(client, place, recursive, signal);
      const what = entries === 1 ? "" : ` with all that is in it: ${entries - 1} entries,`;
      return `Delete ${at}${what} ${bytes} bytes. It can be brought back with fs_undo.`;
    });
  },
  async run({ path, recursive }, { client, principal, signal, progress }: ToolContext<Files>) {
    const { remove: removeEntry } = await import("../changing/remove.ts");
    let done = 0;
    const copied = (bytes: number) => {
      done += bytes;
      progress(done, undefined, "Bytes kept in the journal");
    };
    return removeEntry(client, path, recursive, { tool: "fs_delete", principal, signal, copied });
  },
});
