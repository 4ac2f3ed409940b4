import { ConnectorError, type ContentPart, defineTool, Page, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { openRegular } from "../reading/open-regular.ts";
import { readText } from "../reading/read-text.ts";

/** What a file's header usually takes. */
const headerBytes = 400;

/** Of a path that has no room. */
const longestShown = 30;

/** Texts of several files; each answers for itself. */
export const readMany = defineTool({
  name: "fs_read_many",
  title: "Read files",
  description:
    "Reads several text files in one call; each part has its own header, and a file that cannot be read says why without " +
    "spoiling the others. What does not fit the answer is cut, and its header says where: go on with fs_read and start_line.",
  effect: "read",
  idempotent: true,
  input: z.object({ paths: z.array(z.string()).min(1).max(100).describe("Files to read, in this order") }),
  async run({ paths }, context: ToolContext<Files>) {
    const parts: ContentPart[] = [];
    for (const [index, path] of paths.entries()) {
      const share = Math.floor(context.page.bytesLeft / (paths.length - index));
      const part = await readOne(path, Math.max(0, share - headerBytes), context);
      // A path or an error may be so long that its header would leave no room to the files behind it.
      const fits = new Page(undefined, share).take(part.facts) && context.page.take(part.facts);
      parts.push(fits ? part : noRoom(path, context.page));
      context.progress(index + 1, paths.length);
    }
    return { parts };
  },
});

function noRoom(path: string, page: Page): ContentPart {
  const begin = path.length > longestShown ? `${path.slice(0, longestShown)}…` : path;
  const facts = { path: begin, error: "refused: no room is left in this answer. Ask for fewer files." };
  page.take(facts);
  return { facts, text: "" };
}

/** @param share bytes that this file may take, so that a long one leaves room for those after it */
async function readOne(path: string, share: number, context: ToolContext<Files>): Promise<ContentPart> {
  try {
    using file = openRegular(context.client, path);
    const { facts, text, next } = await readText(file, { most: share }, context);
    const truncated = next === undefined ? undefined : `go on with fs_read from start_line ${next.line}`;
    return { facts: { ...facts, truncated }, text };
  } catch (error) {
    if (!ConnectorError.is(error)) throw error;
    return { facts: { path, error: `${error.code}: ${error.message}` }, text: "" };
  }
}
