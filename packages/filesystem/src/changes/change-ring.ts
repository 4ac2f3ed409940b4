import { ConnectorError } from "@drawbridge/core";
import type { Change } from "./change.ts";

/** Whoever comes back later has to list anew. */
const mostChanges = 10_000;

/** The newest changes, numbered. A cursor is the number of the first change that its holder has not been told. */
export class ChangeRing {
  /** Tells the cursors of this process from those of another, which counted other changes. It is no secret. */
  readonly #tag = Math.random().toString(36).slice(2, 10).padEnd(8, "0");
  readonly #most: number;
  readonly #changes = new Map<number, Change>();
  /** The number of each place's last change. */
  readonly #last = new Map<string, number>();
  #next = 0;
  #oldest = 0;

  constructor(most = mostChanges) {
    this.#most = most;
  }

  /** For whoever is told everything up to now. */
  get cursor(): string {
    return this.cursorAt(this.#next);
  }

  cursorAt(number: number): string {
    return `${this.#tag}.${number.toString(36)}`;
  }

  add(change: Change): void {
    const place = placeOf(change);
    const last = this.#last.get(place);
    // A file that is written to again and again takes up one place.
    if (last !== undefined && change.kind === "modified" && this.#changes.get(last)?.kind === "modified") {
      this.#changes.delete(last);
    }
    this.#changes.set(this.#next, change);
    this.#last.set(place, this.#next);
    this.#next += 1;
    if (this.#changes.size > this.#most) this.#dropOldest();
  }

  /** Changes went unnoticed: no cursor is good any more. */
  forget(): void {
    this.#changes.clear();
    this.#last.clear();
    this.#next += 1;
    this.#oldest = this.#next;
  }

  /** All that is remembered, or what came since a cursor; undefined where some of that is no longer known. */
  since(cursor: string | undefined): Iterable<readonly [number: number, change: Change]> | undefined {
    if (cursor === undefined) return this.#changes;
    const [, tag, digits = ""] = /^([a-z0-9]{8})\.([a-z0-9]{1,10})$/.exec(cursor) ?? [];
    if (tag === undefined) {
      throw new ConnectorError("invalid_input", "That is no cursor of changes. Take nextCursor of an earlier answer.");
    }
    const from = Number.parseInt(digits, 36);
    if (tag !== this.#tag || from > this.#next || from < this.#oldest) return undefined;
    return [...this.#changes].filter(([number]) => number >= from);
  }

  #dropOldest(): void {
    for (const [number, change] of this.#changes) {
      this.#changes.delete(number);
      if (this.#last.get(placeOf(change)) === number) this.#last.delete(placeOf(change));
      this.#oldest = number + 1;
      return;
    }
  }
}

function placeOf({ root, names }: Change): string {
  return `${root.real}\0${names.join("\0")}`;
}
