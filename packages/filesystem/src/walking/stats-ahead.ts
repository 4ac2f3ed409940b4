import type { Stats } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import type { Listed } from "./folder-snapshots.ts";

/** More would be looked up in vain at the end of a page. */
const mostAhead = 64;

/** Facts of a folder's entries. Where one is asked for after the other, those that come next are looked up with it. */
export class StatsAhead {
  readonly #folder: HeldDirectory;
  readonly #listed: readonly Listed[];
  #from = 0;
  #known: ReadonlyArray<Stats | undefined> = [];

  constructor(folder: HeldDirectory, listed: readonly Listed[]) {
    this.#folder = folder;
    this.#listed = listed;
  }

  /** Undefined for an entry that is gone by now, or may not be looked at. */
  of(index: number): Stats | undefined {
    const place = index - this.#from;
    if (place >= 0 && place < this.#known.length) return this.#known[place];
    const ahead = place === this.#known.length ? Math.min(2 * place, mostAhead) : 0;
    const names = this.#listed.slice(index, index + 1 + ahead).map(({ name }) => name);
    this.#from = index;
    this.#known = this.#folder.statAll(names);
    return this.#known[0];
  }
}
