/**
 * Aborts a signal that is made when it is first asked for. Most calls end before anybody asks, and a signal of Node's costs
 * as much as the rest of a small call.
 */
export class LateAbort {
  /** Told of it without a signal. */
  onabort: (() => void) | undefined;
  #controller: AbortController | undefined;
  #reason: Error | undefined;

  get aborted(): boolean {
    return this.#reason !== undefined;
  }

  readonly signal = (): AbortSignal => {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#reason !== undefined) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  };

  abort(reason: Error): void {
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.onabort?.();
  }
}
