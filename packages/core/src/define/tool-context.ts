import type { Page } from "../paging/page.ts";
import type { CallContext } from "./call-context.ts";

/** A tool's context: the call's, and the page it is to fill. */
export interface ToolContext<Client> extends CallContext<Client> {
  readonly page: Page;
}
