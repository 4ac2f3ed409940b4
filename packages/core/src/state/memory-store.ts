import type { StateStore } from "./state-store.ts";

/** Names are few: one for each thing that a person approved in the last minutes. */
const mostNames = 100_000;

/** The state of a server that is one process. */
export class MemoryStore implements StateStore {
  readonly #taken = new Map<string, number>();

  async claim(name: string, milliseconds: number): Promise<boolean> {
    this.#forget();
    if (this.#taken.has(name) || this.#taken.size >= mostNames) return false;
    this.#taken.set(name, Date.now() + milliseconds);
    return true;
  }

  /** Names were taken in the order in which they end, near enough. */
  #forget(): void {
    for (const [name, end] of this.#taken) {
      if (end > Date.now()) return;
      this.#taken.delete(name);
    }
  }
}
