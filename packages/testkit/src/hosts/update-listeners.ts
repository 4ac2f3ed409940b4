/** Who of a host wants to hear of which address: a client of either SDK has one listener for all updates. */
export class UpdateListeners {
  readonly #listeners = new Map<string, Set<() => void>>();

  /** Returns what takes the listener away. */
  add(uri: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(uri) ?? new Set();
    this.#listeners.set(uri, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  tell(uri: string): void {
    for (const listener of this.#listeners.get(uri) ?? []) listener();
  }
}
