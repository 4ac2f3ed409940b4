import type { CallContext } from "../define/call-context.ts";
import type { Watch, WatchListener } from "../define/resource.ts";
import { ConnectorError } from "../errors/connector-error.ts";

/** Milliseconds between two looks at one address. */
export interface Pauses {
  /** After a change, of which more may follow. Doubled each time that nothing is new, up to the longest. */
  readonly first: number;
  readonly longest: number;
  /** For each address that is watched: so many looks are never had more often, together, than one in this time. */
  readonly apart: number;
}

const usual: Pauses = { first: 1000, longest: 60_000, apart: 200 };

/** After failures, one after the other, the longest pause is doubled so often. */
const mostDoublings = 4;

/** What is at an address that is no longer there, or may no longer be read. */
const gone: ReadonlySet<string> = new Set(["not_found", "refused", "invalid_input"]);

/** A look at what stands at an address. */
export interface Look {
  /** What tells one state from the next. Throws what reading the address throws. */
  state(): Promise<string>;
  /** By which it is had, where that knows for how many milliseconds the system wants not to be asked again. */
  readonly looks?: { readonly interval: number };
}

/** Watches what can only be looked at: all of one server, which share the bounds. */
export class Watching {
  readonly #pauses: Pauses;
  #watched = 0;

  constructor(pauses: Pauses = usual) {
    this.#pauses = pauses;
  }

  /** Looks again and again, more and more rarely as long as nothing is new, and tells when something is. */
  async begin(
    look: Look,
    listener: WatchListener,
    { signal, log }: Pick<CallContext<unknown>, "signal" | "log">,
  ): Promise<Watch> {
    const watch = { state: await look.state(), pause: this.#pauses.first, failures: 0 };
    let timer: NodeJS.Timeout | undefined;
    let isClosed = false;
    const isOver = () => isClosed || signal.aborted;
    const round = async () => {
      if (isOver()) return;
      const wait = await this.#next(watch, look, listener).catch((error: unknown) => {
        if (!isOver()) log.write("warn", { event: "watch", err: error as Error });
        watch.failures += 1;
        return this.#afterFailure(error, watch.failures);
      });
      if (!isOver()) timer = setTimeout(round, this.#least(wait, look)).unref();
    };
    this.#watched += 1;
    timer = setTimeout(round, this.#least(watch.pause, look)).unref();
    return {
      close: () => {
        if (isClosed) return;
        isClosed = true;
        this.#watched -= 1;
        clearTimeout(timer);
      },
    };
  }

  /** @returns milliseconds until the next look */
  async #next(
    watch: { state: string; pause: number; failures: number },
    look: Look,
    listener: WatchListener,
  ): Promise<number> {
    const state = await look.state().catch((error: unknown) => {
      if (ConnectorError.is(error) && gone.has(error.code)) return error.code;
      throw error;
    });
    watch.failures = 0;
    watch.pause = state === watch.state ? Math.min(watch.pause * 2, this.#pauses.longest) : this.#pauses.first;
    if (state !== watch.state) listener.changed();
    watch.state = state;
    return watch.pause;
  }

  #afterFailure(error: unknown, failures: number): number {
    const told = ConnectorError.is(error) ? (error.retryAfter ?? 0) * 1000 : 0;
    return Math.max(told, this.#pauses.longest * 2 ** Math.min(failures - 1, mostDoublings));
  }

  #least(wait: number, { looks }: Look): number {
    return Math.max(wait, looks?.interval ?? 0, this.#watched * this.#pauses.apart);
  }
}
