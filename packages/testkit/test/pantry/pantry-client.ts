/** A pantry of jars, and one recipe of many lines. */
export class PantryClient {
  readonly jars = new Map<string, number>();
  readonly recipe = Array.from({ length: 60 }, (_, line) => `${line + 1}. Knead the dough once more, and wait.`);
  /** For a connector that leaves in its client what belongs to a call. */
  lastAsked = 1;

  constructor() {
    this.refill();
  }

  refill(): void {
    this.jars.clear();
    for (let jar = 1; jar <= 60; jar += 1) this.jars.set(`jar-${jar}`, jar * 10);
  }

  /** In the order of their names. */
  get names(): readonly string[] {
    return [...this.jars.keys()].sort();
  }
}
