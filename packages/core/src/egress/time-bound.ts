import { ConnectorError } from "../errors/connector-error.ts";

/** Ends a request at its time limit or at its caller's wish, whichever comes first, until it is released. */
export class TimeBound {
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(timeout: number, caller: AbortSignal | undefined) {
    this.#caller = caller;
    this.#timer = setTimeout(() => this.#controller.abort(tooLong(timeout)), timeout);
    caller?.addEventListener("abort", this.#end);
    if (caller?.aborted) this.#end();
  }

  /** Its reason is always the ConnectorError to answer with. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Stops waiting for what cannot be stopped itself, such as the system's name look-up. */
  race<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const { signal } = this;
      const ended = () => reject(signal.reason);
      if (signal.aborted) return ended();
      signal.addEventListener("abort", ended);
      work()
        .then(resolve, reject)
        .finally(() => signal.removeEventListener("abort", ended));
    });
  }

  release(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener("abort", this.#end);
  }

  readonly #end = () => {
    const reason: unknown = this.#caller?.reason;
    // The pipeline's deadline says itself why it ended the call.
    if (ConnectorError.is(reason)) return this.#controller.abort(reason);
    if (reason instanceof DOMException && reason.name === "TimeoutError") {
      return this.#controller.abort(new ConnectorError("timeout", "The request took longer than its caller waits."));
    }
    this.#controller.abort(new ConnectorError("cancelled", "The request was cancelled."));
  };
}

function tooLong(timeout: number): ConnectorError {
  return new ConnectorError("timeout", `The request took over ${timeout / 1000} s. Ask for less, or try again later.`);
}
