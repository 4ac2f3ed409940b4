/**
 * The few things that are under way, of which thousands come and go in a second. An array, since a `Set` or `Map` makes a new
 * table every few times that one comes and one goes, and each old table leads to the next: what was ever in them
 * then stays in memory until the whole of it is collected.
 */
export class UnderWay<Thing> implements Iterable<Thing> {
  readonly #things: Thing[] = [];

  get size(): number {
    return this.#things.length;
  }

  add(thing: Thing): void {
    this.#things.push(thing);
  }

  find(isIt: (thing: Thing) => boolean): Thing | undefined {
    return this.#things.find(isIt);
  }

  /** Whether it was among them. */
  delete(thing: Thing): boolean {
    const index = this.#things.lastIndexOf(thing);
    if (index < 0) return false;
    const last = this.#things.pop() as Thing;
    if (index < this.#things.length) this.#things[index] = last;
    return true;
  }

  /** Those that were there when it began, in no order. */
  [Symbol.iterator](): Iterator<Thing> {
    return [...this.#things].values();
  }
}
