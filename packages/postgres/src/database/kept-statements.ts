import { randomBytes } from "node:crypto";
import type { BatchStep } from "./batch.ts";
import { type Place, unnamed } from "./place.ts";
import { SentBatches } from "./sent-batches.ts";

/** Statements that one connection remembers, and the longest of them, in characters. */
const mostKnown = 50;
const longestKnown = 4096;

interface Known {
  /** Undefined of one that was met once. */
  name: string | undefined;
  /** The higher, the later. */
  used: number;
}

/**
 * The statements that a connection keeps prepared, each from its second use on, so that PostgreSQL does not read and plan them at
 * every call. Code that somebody made and that runs in the session can see a name, and prepare something else under it: `forget`
 * is called before any may run, and names that are given after that cannot be known to it.
 */
export class KeptStatements {
  /** Batches of nothing but what is prepared; one less, and none of them is sent again. */
  readonly sent = new SentBatches();
  /** By what they are kept for and their text. */
  readonly #known = new Map<string, Known>();
  readonly #leaving: string[] = [];
  #prefix: string | undefined;
  #made = 0;
  #uses = 0;

  /** Where a step is prepared, or is to be: the caller then parses it there, and calls `forget` where that may have failed. */
  place({ keptFor, text }: BatchStep): Place {
    if (keptFor === undefined || text.length > longestKnown) return unnamed;
    // One that is kept for good is looked up by the text alone, which V8 knows already; PostgreSQL takes no text with a NUL.
    const key = keptFor === "" ? text : `${keptFor}\0${text}`;
    this.#uses += 1;
    const known = this.#known.get(key);
    if (known === undefined) {
      this.#known.set(key, { name: undefined, used: this.#uses });
      this.#bound();
      return unnamed;
    }
    known.used = this.#uses;
    const isPrepared = known.name !== undefined;
    known.name ??= this.#nextName();
    return { name: known.name, isPrepared };
  }

  /** Forgets all of them, and which statements were met. */
  forget(): void {
    if (this.#known.size === 0) return;
    for (const { name } of this.#known.values()) this.#leave(name);
    this.#known.clear();
    this.#prefix = undefined;
  }

  /** Names that the server is to be told to close. Each is given once. */
  leaving(): readonly string[] {
    return this.#leaving.splice(0);
  }

  #nextName(): string {
    this.#prefix ??= `drawbridge_${randomBytes(8).toString("hex")}`;
    this.#made += 1;
    return `${this.#prefix}_${this.#made}`;
  }

  #leave(name: string | undefined): void {
    this.sent.forget();
    if (name !== undefined) this.#leaving.push(name);
  }

  /** The one used longest ago goes. */
  #bound(): void {
    if (this.#known.size <= mostKnown) return;
    let oldest: [key: string, known: Known] | undefined;
    for (const one of this.#known) if (oldest === undefined || one[1].used < oldest[1].used) oldest = one;
    if (oldest === undefined) return;
    this.#known.delete(oldest[0]);
    this.#leave(oldest[1].name);
  }
}
