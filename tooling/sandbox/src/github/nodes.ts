/** Where to find what a node's identifier stands for: the path of an answer it was in, or whoever made it. */
export class Nodes {
  readonly #paths = new Map<string, string>();
  readonly #makers = new Map<string, () => unknown>();

  /** An identifier that a REST answer had, and the path of that object. */
  note(id: string, path: string): void {
    this.#paths.set(id, path);
  }

  pathOf(id: string): string | undefined {
    return this.#paths.get(id);
  }

  /** Of what only GraphQL knows. */
  keep(id: string, make: () => unknown): void {
    this.#makers.set(id, make);
  }

  kept(id: string): unknown {
    return this.#makers.get(id)?.();
  }
}
