import type { TracedRequest } from "../src/telemetry/traced-request.ts";

/** A request to call a tool over stdio. */
export const toolRequest: TracedRequest = {
  method: "tools/call",
  id: 7,
  revision: "2026-07-28",
  sessionId: undefined,
  transport: "pipe",
  meta: undefined,
};
