import { type CallContext, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { fields } from "./fields.ts";

/** A second file or folder like another. */
export const copy = defineTool({
  name: "fs_copy",
  title: "Copy",
  description:
    "Copies a file, or a folder with all that is in it, with permissions and times; links are copied as links. The copy's " +
    "folder must exist. Nothing is replaced unless overwrite is true, and then a file alone.",
  effect: "write",
  input: z.object({
    from: fields.path,
    to: fields.path.describe("The copy's path, with its name"),
    overwrite: fields.overwrite,
  }),
  output: fields.relocated,
  async plan({ from, to, overwrite }, { client }: CallContext<Files>) {
    const { planAt } = await import("../changing/plans/plan-at.ts");
    const places = [
      { written: from, effect: "read", followLast: false },
      { written: to, effect: "write", followLast: false },
    ] as const;
    return planAt(
      client,
      places,
      ([source, target]) => `Copy ${source} to ${target}${overwrite ? ", replacing a file there" : ""}`,
    );
  },
  async run(input, { client, principal, signal, progress }: ToolContext<Files>) {
    const { copy: copyEntry } = await import("../changing/copy.ts");
    let done = 0;
    const copied = (bytes: number) => {
      done += bytes;
      progress(done, undefined, "Bytes copied");
    };
    return copyEntry(client, input, { tool: "fs_copy", principal, signal, copied });
  },
});
