import type { Host, ToolAnswer } from "../../hosts/host.ts";
import type { Example } from "../trial/example.ts";
import { nextCursorOf } from "./next-cursor-of.ts";

const mostPages = 500;

/** The pages of an answer up to the last, or to the first that is an error. Throws where they never end. */
export async function allPages(host: Host, { tool, input }: Example): Promise<readonly ToolAnswer[]> {
  const pages: ToolAnswer[] = [];
  let cursor: unknown;
  do {
    if (pages.length >= mostPages) throw new Error(`there are over ${mostPages} pages`);
    const answer = await host.callTool(tool.name, cursor === undefined ? input : { ...input, cursor });
    pages.push(answer);
    cursor = answer.isError ? undefined : nextCursorOf(answer);
  } while (cursor !== undefined);
  return pages;
}
