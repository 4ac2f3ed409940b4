/** Changes of tables, views and the like that are made from here, in whichever database. */
export class DefinitionChanges {
  #generation = 0;
  #running = 0;

  /** Which state the definitions are in: another one after each change. */
  get generation(): number {
    return this.#generation;
  }

  /** Whether one is being made. */
  get isRunning(): boolean {
    return this.#running > 0;
  }

  /** Makes one. What is found or shown meanwhile may be of the state before. */
  async during<T>(change: () => Promise<T>): Promise<T> {
    this.#running += 1;
    this.#generation += 1;
    try {
      return await change();
    } finally {
      this.#running -= 1;
      this.#generation += 1;
    }
  }
}
