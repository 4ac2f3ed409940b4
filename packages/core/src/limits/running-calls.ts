import { UnderWay } from "./under-way.ts";

/** A call that runs, for those who may have to end it. */
export interface RunningCall {
  /** When its time is up, by `performance.now()`. */
  readonly due: number;
  expire(): void;
  /** The server stops. */
  stop(): void;
}

/** The calls that run now, under one timer: each its own would have to be set and cleared for every small call. */
export class RunningCalls {
  readonly #calls = new UnderWay<RunningCall>();
  #timer: NodeJS.Timeout | undefined;
  #rings = Number.POSITIVE_INFINITY;

  get size(): number {
    return this.#calls.size;
  }

  add(call: RunningCall): void {
    this.#calls.add(call);
    if (call.due < this.#rings) this.#ringAt(call.due);
  }

  delete(call: RunningCall): void {
    this.#calls.delete(call);
  }

  stopAll(): void {
    for (const call of this.#calls) call.stop();
  }

  #ringAt(due: number): void {
    clearTimeout(this.#timer);
    this.#rings = due;
    this.#timer = setTimeout(() => this.#ring(), Math.max(1, Math.ceil(due - performance.now())));
    // Past the last call it rings once more for nobody, which the process need not wait for.
    this.#timer.unref();
  }

  #ring(): void {
    this.#rings = Number.POSITIVE_INFINITY;
    const now = performance.now();
    let next = Number.POSITIVE_INFINITY;
    for (const call of this.#calls) {
      if (call.due <= now) call.expire();
      else next = Math.min(next, call.due);
    }
    if (next < this.#rings) this.#ringAt(next);
  }
}
