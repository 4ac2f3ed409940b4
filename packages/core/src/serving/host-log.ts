import type { HostLogLevel } from "../define/host-log-level.ts";
import type { RequestContext } from "./request-context.ts";

const mostLines = 64;
const longestLine = 4096;

/** Sends lines to the host's log, where it wants lines of their level; the first of a call, and no more. */
export function hostLog({ mcpReq }: RequestContext): (level: HostLogLevel, text: string) => void {
  let lines = 0;
  return (level, text) => {
    lines += 1;
    if (lines > mostLines) return;
    const shown = text.length <= longestLine ? text : `${text.slice(0, longestLine)} … (cut)`;
    // A host that is gone is noticed by its transport; a line to it is no failure of the call.
    mcpReq.log(level, shown).catch(() => {});
  };
}
