import { randomBytes } from "node:crypto";
import type { BatchStep } from "./batch.ts";

/** Statements that one connection remembers, and the longest of them, in characters. */
const mostKnown = 50;
const longestKnown = 4096;

/** Under which name a statement is bound. */
export interface Place {
  /** Empty where it is not kept. */
  readonly name: string;
  readonly isPrepared: boolean;
}

const unnamed: Place = { name: "", isPrepared: false };

/**
 * The statements that a connection keeps prepared, each from its second use on, so that PostgreSQL does not read and plan them at
 * every call. Code that somebody made and that runs in the session can see a name, and prepare something else under it: `forget`
 * is called before any may run, and names that are given after that cannot be known to it.
 */
export class KeptStatements {
  /** By what they are kept for and their text; without a name those that were met once. Those used last come last. */
  readonly #known = new Map<string, string | undefined>();
  readonly #leaving: string[] = [];
  #prefix: string | undefined;
  #made = 0;

  /** Where a step is prepared, or is to be: the caller then parses it there, and calls `forget` where that may have failed. */
  place({ keptFor, text }: BatchStep): Place {
    if (keptFor === undefined || text.length > longestKnown) return unnamed;
    const key = `${keptFor}\0${text}`;
    const name = this.#known.get(key);
    const isMet = this.#known.delete(key);
    const taken = name ?? (isMet ? this.#nextName() : undefined);
    this.#known.set(key, taken);
    this.#bound();
    return taken === undefined ? unnamed : { name: taken, isPrepared: name !== undefined };
  }

  /** Forgets all of them, and which statements were met. */
  forget(): void {
    for (const name of this.#known.values()) this.#leave(name);
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
    if (name !== undefined) this.#leaving.push(name);
  }

  #bound(): void {
    const [oldest] = this.#known;
    if (this.#known.size <= mostKnown || oldest === undefined) return;
    this.#known.delete(oldest[0]);
    this.#leave(oldest[1]);
  }
}
