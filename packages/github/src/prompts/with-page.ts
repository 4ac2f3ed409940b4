import { type CallContext, Page } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { Paged } from "../shown/paged.ts";

/** What a prompt brings is where the work begins; tools go on from there. */
const most = 24 * 1024;

/** The context of a prompt with a page for what it brings. */
export function withPage(context: CallContext<Github>): Paged {
  return { ...context, page: new Page(undefined, most) };
}
