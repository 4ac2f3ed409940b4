import { ConnectorError } from "@drawbridge/core";

/** A caller waits for a page, not for a scan: beyond this it is told what to ask for instead. */
const most = 1500;

/** Ends a search through a large file that the caller has given up or that takes too long. */
export class SearchTime {
  readonly #end = performance.now() + most;
  readonly #signal: AbortSignal;
  readonly #problem: string;

  /** @param problem what is told when the time is up, and what to do instead */
  constructor(signal: AbortSignal, problem: string) {
    this.#signal = signal;
    this.#problem = problem;
  }

  /** Throws when the search has to end. */
  check(): void {
    this.#signal.throwIfAborted();
    if (performance.now() < this.#end) return;
    throw new ConnectorError("refused", this.#problem);
  }
}
