import type { CallContext } from "../define/call-context.ts";
import { accessAdmits } from "../effects/access-admits.ts";
import { makeVisible } from "../fence/make-visible.ts";
import type { Call } from "../pipeline/call.ts";

/** What a tool, resource or prompt is handed for this call; opens the client if nobody has. */
export async function callContext(call: Call): Promise<CallContext<unknown>> {
  // The one of this moment: a tool may ask for it late, when the call has ended.
  const { runtime, signal, principal } = call;
  // It leaves beside the pipeline, and can name what came from outside.
  const progress: Call["progress"] = (done, total, message) =>
    call.progress(done, total, message === undefined ? undefined : makeVisible(runtime.redactor.text(message)));
  return {
    client: await runtime.client(),
    get signal() {
      return signal();
    },
    principal,
    admits: (effect) => accessAdmits(runtime.access, effect) && accessAdmits(call.access, effect),
    progress,
    tellHost: (level, text) => call.tellHost?.(level, makeVisible(runtime.redactor.text(text))),
    log: runtime.log,
  };
}
