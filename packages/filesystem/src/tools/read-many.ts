import { ConnectorError, type ContentPart, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { openRegular } from "../reading/open-regular.ts";
import { readText } from "../reading/read-text.ts";
import { fields } from "./fields.ts";

/** Texts of several files; each answers for itself. */
export const readMany = defineTool({
  name: "fs_read_many",
  title: "Read files",
  description:
    "Reads several text files in one call; each part has its own header, and a file that cannot be read says why without " +
    "spoiling the others. What does not fit the answer is cut, and its header says where: go on with fs_read and start_line.",
  effect: "read",
  idempotent: true,
  input: z.object({ paths: z.array(fields.path).min(1).max(100).describe("Files to read, in this order") }),
  async run({ paths }, context: ToolContext<Files>) {
    const parts: ContentPart[] = [];
    for (const [index, path] of paths.entries()) {
      parts.push(await readOne(path, Math.floor(context.page.bytesLeft / (paths.length - index)), context));
      context.progress(index + 1, paths.length);
    }
    return { parts };
  },
});

/** @param share bytes that this file may take, so that a long one leaves room for those after it */
async function readOne(
  path: string,
  share: number,
  { client, page, signal }: ToolContext<Files>,
): Promise<ContentPart> {
  try {
    using file = openRegular(client, path);
    const { facts, text, next } = await readText(file, { most: share }, { page, signal });
    const truncated = next === undefined ? undefined : `go on with fs_read from start_line ${next.line}`;
    return { facts: { ...facts, truncated }, text };
  } catch (error) {
    if (!ConnectorError.is(error)) throw error;
    return { facts: { path: showName(path), error: `${error.code}: ${error.message}` }, text: "" };
  }
}
