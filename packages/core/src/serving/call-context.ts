import type { CallContext } from "../define/call-context.ts";
import { accessAdmits } from "../effects/access-admits.ts";
import { makeVisible } from "../fence/make-visible.ts";
import type { Call } from "../pipeline/call.ts";

/** What a tool, resource or prompt is handed for this call; opens the client if nobody has. */
export async function callContext(call: Call): Promise<CallContext<unknown>> {
  return new ContextOfCall(call, await call.runtime.client()) as unknown as CallContext<unknown>;
}

/** All members are its own, so that a context can be spread into another. */
class ContextOfCall implements Omit<CallContext<unknown>, "signal"> {
  /**
   * The one getter of all contexts. With a getter written for each, an object is a hash table for V8, which is made anew and
   * searched for every call.
   */
  static readonly #ofSignal = {
    get(this: ContextOfCall) {
      return this.#signal();
    },
    enumerable: true,
    configurable: true,
  };
  readonly client: unknown;
  readonly cancellation: CallContext<unknown>["cancellation"];
  readonly principal: string;
  readonly log: CallContext<unknown>["log"];
  readonly admits: CallContext<unknown>["admits"];
  readonly progress: CallContext<unknown>["progress"];
  readonly tellHost: CallContext<unknown>["tellHost"];
  /** The one of this moment: a tool may ask for it late, when the call has ended. */
  readonly #signal: Call["signal"];

  constructor(call: Call, client: unknown) {
    const { runtime, principal, access, signal } = call;
    // It leaves beside the pipeline, and can name what came from outside.
    const shown = (text: string) => makeVisible(runtime.redactor.text(text));
    this.client = client;
    this.cancellation = call.ending ?? signal();
    this.principal = principal;
    this.log = runtime.log;
    this.admits = (effect) => accessAdmits(runtime.access, effect) && accessAdmits(access, effect);
    this.progress = (done, total, message) =>
      call.progress(done, total, message === undefined ? undefined : shown(message));
    this.tellHost = (level, text) => call.tellHost?.(level, shown(text));
    this.#signal = signal;
    Object.defineProperty(this, "signal", ContextOfCall.#ofSignal);
  }
}
