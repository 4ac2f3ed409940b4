import type { AuditLine } from "@drawbridge/core";

/** The calls of one operation by one principal. */
export interface CallStatistics {
  readonly operation: string;
  readonly principal: string;
  readonly calls: number;
  /** How they ended, and how often. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** The codes of those that did not succeed. */
  readonly codes: Readonly<Record<string, number>>;
  /** Milliseconds, about: each within three hundredths. */
  readonly duration: { readonly median: number; readonly p95: number; readonly max: number };
  readonly bytes: number;
  /** Begun, and never ended: what became of them has to be looked up in the system itself. */
  readonly cutOff: number;
}

interface Counted {
  calls: number;
  bytes: number;
  max: number;
  readonly outcomes: Map<string, number>;
  readonly codes: Map<string, number>;
  /** How many calls took about as long, by the logarithm of it. */
  readonly durations: Map<number, number>;
}

const step = Math.log(1.06);
const mostOpen = 100_000;

/** Counts the calls of an audit log, in memory that does not grow with their number. */
export class Statistics {
  readonly #counted = new Map<string, Counted>();
  readonly #open = new Map<string, string>();

  /** Takes one line of the log in. */
  add({ event, call, operation, principal, outcome, code, duration = 0, bytes = 0 }: AuditLine): void {
    const key = JSON.stringify([operation, principal]);
    if (event !== "ended") {
      if (this.#open.size < mostOpen) this.#open.set(call, key);
      return;
    }
    this.#open.delete(call);
    const counted = this.#of(key);
    counted.calls += 1;
    counted.bytes += bytes;
    counted.max = Math.max(counted.max, duration);
    count(counted.outcomes, outcome ?? "unknown");
    if (code !== undefined) count(counted.codes, code);
    count(counted.durations, Math.round(Math.log(Math.max(duration, 0.001)) / step));
  }

  /** What was counted, the most called first. */
  results(): readonly CallStatistics[] {
    for (const key of this.#open.values()) this.#of(key);
    const rows = [...this.#counted].map(([key, counted]) => {
      const [operation, principal] = JSON.parse(key) as [string, string];
      const cutOff = [...this.#open.values()].filter((open) => open === key).length;
      const { calls, bytes, max } = counted;
      const duration = { median: quantile(counted, 0.5), p95: quantile(counted, 0.95), max };
      return {
        operation,
        principal,
        calls,
        outcomes: plain(counted.outcomes),
        codes: plain(counted.codes),
        duration,
        bytes,
        cutOff,
      };
    });
    return rows.sort((one, other) => other.calls - one.calls || (one.operation < other.operation ? -1 : 1));
  }

  #of(key: string): Counted {
    const counted = this.#counted.get(key) ?? {
      calls: 0,
      bytes: 0,
      max: 0,
      outcomes: new Map(),
      codes: new Map(),
      durations: new Map(),
    };
    this.#counted.set(key, counted);
    return counted;
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function plain(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([, one], [, other]) => other - one));
}

function quantile({ durations, calls, max }: Counted, share: number): number {
  let left = Math.ceil(calls * share);
  for (const [bucket, number] of [...durations].sort(([one], [other]) => one - other)) {
    left -= number;
    if (left <= 0) return Math.min(max, Math.exp(bucket * step));
  }
  return max;
}
