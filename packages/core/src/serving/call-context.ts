import type { CallContext } from "../define/call-context.ts";
import type { Call } from "../pipeline/call.ts";

/** What a tool, resource or prompt is handed for this call; opens the client if nobody has. */
export async function callContext(call: Call): Promise<CallContext<unknown>> {
  const { runtime, signal, principal, progress } = call;
  return { client: await runtime.client(), signal, principal, progress, log: runtime.log };
}
