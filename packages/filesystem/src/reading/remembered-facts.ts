import type { BigIntStats } from "node:fs";
import type { TextSource } from "./text-source.ts";

/** What only a look through all of a text tells. */
export type TextFacts = Pick<TextSource, "encoding" | "etag" | "totalLines" | "lineEnding">;

/** How many files' facts are kept; each takes a few hundred bytes. */
const mostKept = 256;

/**
 * A file's times move in ticks: some milliseconds, and up to two seconds on a FAT disk. One that was changed so little
 * before it was looked at may be changed again and say the same times, so that nothing is remembered of it.
 */
const longestTick = 3000n * 1_000_000n;

/** Facts of texts that have not changed since they were looked through, by all that the system says of the files. */
export class RememberedFacts {
  readonly #kept = new Map<string, TextFacts>();

  get(stats: BigIntStats, requested: string | undefined): TextFacts | undefined {
    const key = keyOf(stats, requested);
    const facts = this.#kept.get(key);
    if (facts === undefined) return undefined;
    // The one used last goes last.
    this.#kept.delete(key);
    this.#kept.set(key, facts);
    return facts;
  }

  /**
   * @param stats before and after the look, which they must be the same for
   * @param lookedAt when it began, in milliseconds since 1970
   */
  keep(stats: BigIntStats, requested: string | undefined, facts: TextFacts, lookedAt: number): void {
    const settledBefore = BigInt(Math.floor(lookedAt)) * 1_000_000n - longestTick;
    if (stats.mtimeNs >= settledBefore || stats.ctimeNs >= settledBefore) return;
    this.#kept.set(keyOf(stats, requested), facts);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}

function keyOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats, requested = ""): string {
  return [dev, ino, size, mtimeNs, ctimeNs, requested].join(":");
}
