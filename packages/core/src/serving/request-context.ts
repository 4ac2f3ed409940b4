import type { ServerContext } from "@modelcontextprotocol/server";
import type { LateAbort } from "../cancelling/late-abort.ts";

/** What core reads of a request's context: the SDK's own, or that of a call that the SDK does not see. */
export interface RequestContext extends Pick<ServerContext, "sessionId" | "http"> {
  readonly mcpReq: Pick<
    ServerContext["mcpReq"],
    "id" | "method" | "_meta" | "envelope" | "inputResponses" | "requestState" | "signal" | "notify" | "log"
  >;
  /** The host's cancellation, where it can be told without a signal. */
  readonly cancellation?: LateAbort;
}
