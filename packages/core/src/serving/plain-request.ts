import type { LateAbort } from "../cancelling/late-abort.ts";
import type { PlainCall } from "./plain-calls.ts";
import type { RequestContext } from "./request-context.ts";

type SdkRequest = RequestContext["mcpReq"];

/** What a request can send to its host. */
type Sending = Pick<SdkRequest, "notify" | "log">;

/** A call that the SDK does not see, in the words in which the SDK tells of others. */
export class PlainRequest implements SdkRequest {
  readonly id: SdkRequest["id"];
  readonly method: string;
  declare readonly _meta?: NonNullable<SdkRequest["_meta"]>;
  readonly notify: Sending["notify"];
  readonly log: Sending["log"];
  readonly #cancellation: LateAbort;

  constructor({ id, method, params }: PlainCall, cancellation: LateAbort, { notify, log }: Sending) {
    this.id = id;
    this.method = method;
    if (params._meta !== undefined) this._meta = params._meta;
    this.notify = notify;
    this.log = log;
    this.#cancellation = cancellation;
  }

  get signal(): AbortSignal {
    return this.#cancellation.signal();
  }

  requestState(): undefined {}
}
