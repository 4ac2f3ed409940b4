import type { CallContext, ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";

/** What is needed to fill a page: a tool's has one, and resources and prompts make one. */
export type Paged = CallContext<Github> & Pick<ToolContext<Github>, "page">;
