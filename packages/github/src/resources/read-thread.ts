import { type CallContext, type Content, Page, type ResourceBody } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { RepositoryName } from "../api/github-call.ts";
import type { Paged } from "../shown/paged.ts";
import { numberedAddress } from "./numbered-address.ts";
import { withCost } from "./with-cost.ts";

/** More than any page of a tool. */
const most = 256 * 1024;

/** The tool that reads the same, for its first page. */
type Read = (at: RepositoryName, number: number, context: Paged) => Promise<Content>;

/** An issue or a pull request in JSON, in which nobody's text can pass for another's. */
export function readThread(uri: string, read: Read, context: CallContext<Github>): Promise<ResourceBody> {
  const { owner, repo, number } = numberedAddress(uri);
  const page = new Page(undefined, most);
  return withCost({ ...context, page }, async (paged) => {
    const { facts, parts } = await read({ owner, repo }, number, paged);
    const shown = parts.map((part) => ({ ...part.facts, ...("text" in part && { text: part.text }) }));
    const more = page.next === undefined ? {} : { more: "its tool goes on where this ends" };
    return { body: JSON.stringify({ ...facts, parts: shown }, undefined, 1), facts: more };
  });
}
