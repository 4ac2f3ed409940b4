import type { Cancellation } from "./cancellation.ts";

/**
 * Aborts a signal that is made when it is first asked for. Most calls end before anybody asks, and a signal of Node's costs
 * as much as the rest of a small call. Whoever can do without one listens here.
 */
export class LateAbort implements Cancellation {
  /** Told of it before all others. */
  onabort: (() => void) | undefined;
  #controller: AbortController | undefined;
  #reason: Error | undefined;
  #listeners: (() => void)[] | undefined;

  get aborted(): boolean {
    return this.#reason !== undefined;
  }

  get reason(): unknown {
    return this.#reason;
  }

  readonly signal = (): AbortSignal => {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#reason !== undefined) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  };

  abort(reason: Error): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.onabort?.();
    // One may be taken away by another.
    for (let next = this.#listeners?.shift(); next !== undefined; next = this.#listeners?.shift()) next();
  }

  throwIfAborted(): void {
    if (this.#reason !== undefined) throw this.#reason;
  }

  /** It is called once, whatever the options: nothing is aborted twice. After that nobody is told. */
  addEventListener(_type: "abort", listener: () => void): void {
    if (this.aborted) return;
    if (this.#listeners === undefined) this.#listeners = [listener];
    else if (!this.#listeners.includes(listener)) this.#listeners.push(listener);
  }

  removeEventListener(_type: "abort", listener: () => void): void {
    const index = this.#listeners?.indexOf(listener) ?? -1;
    if (index >= 0) this.#listeners?.splice(index, 1);
  }
}
