/** What is kept of one channel; older ones are dropped. */
const usual = { entries: 200, bytes: 256 * 1024 };

/** One notification, or a word on those that were missed. */
export type KeptEntry = { readonly sequence: number; readonly time: string } & (
  | { readonly pid: number; readonly payload: string }
  | { readonly missed: string }
);

/** The newest notifications of one channel, numbered from 1. */
export class KeptNotifications {
  readonly #most: typeof usual;
  readonly #entries: KeptEntry[] = [];
  #bytes = 0;
  #last = 0;

  constructor(most = usual) {
    this.#most = most;
  }

  get entries(): readonly KeptEntry[] {
    return this.#entries;
  }

  /** The number of the newest entry; 0 before the first. */
  get last(): number {
    return this.#last;
  }

  /** How many came and are no longer kept. */
  get dropped(): number {
    return this.#last - this.#entries.length;
  }

  add(entry: { readonly pid: number; readonly payload: string } | { readonly missed: string }): void {
    this.#last += 1;
    this.#entries.push({ sequence: this.#last, time: new Date().toISOString(), ...entry });
    this.#bytes += sizeOf(entry);
    while (this.#entries.length > this.#most.entries || this.#bytes > this.#most.bytes) {
      const oldest = this.#entries.shift();
      if (oldest === undefined) return;
      this.#bytes -= sizeOf(oldest);
    }
  }
}

function sizeOf(entry: { readonly payload: string } | { readonly missed: string }): number {
  return Buffer.byteLength("payload" in entry ? entry.payload : entry.missed);
}
