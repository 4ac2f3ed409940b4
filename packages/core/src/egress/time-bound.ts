import type { Cancellation } from "../cancelling/cancellation.ts";
import { ConnectorError } from "../errors/connector-error.ts";

/** Ends a request at its time limit or at its caller's wish, whichever comes first, until it is released. */
export class TimeBound {
  /** Ends the step that is under way: a request has one at a time. */
  onend: (() => void) | undefined;
  readonly #caller: Cancellation | undefined;
  readonly #timer: NodeJS.Timeout;
  #reason: ConnectorError | undefined;

  constructor(timeout: number, caller: Cancellation | undefined) {
    this.#caller = caller;
    this.#timer = setTimeout(() => this.#end(tooLong(timeout)), timeout);
    if (caller?.aborted) this.#leave();
    else caller?.addEventListener("abort", this.#leave);
  }

  /** What to answer with, once it has ended. */
  get reason(): ConnectorError | undefined {
    return this.#reason;
  }

  /** Stops waiting for what cannot be stopped itself, such as the system's name look-up. */
  race<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#reason !== undefined) return reject(this.#reason);
      this.onend = () => reject(this.#reason);
      work().then(resolve, reject);
    });
  }

  release(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener("abort", this.#leave);
  }

  #end(reason: ConnectorError): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    this.release();
    this.onend?.();
  }

  readonly #leave = () => this.#end(reasonOf(this.#caller?.reason));
}

function reasonOf(reason: unknown): ConnectorError {
  // The pipeline's deadline says itself why it ended the call.
  if (ConnectorError.is(reason)) return reason;
  if (reason instanceof DOMException && reason.name === "TimeoutError")
    return new ConnectorError("timeout", "The request took longer than its caller waits.");
  return new ConnectorError("cancelled", "The request was cancelled.");
}

function tooLong(timeout: number): ConnectorError {
  return new ConnectorError("timeout", `The request took over ${timeout / 1000} s. Ask for less, or try again later.`);
}
