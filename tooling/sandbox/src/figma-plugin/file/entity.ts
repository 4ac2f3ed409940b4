/** Anything of a file that changes, and whose changes can be taken back: a node, a variable, a collection, a style. */
export class Entity {
  readonly id: string;
  readonly type: string;
  /** What was set; what is not here is inherited or has its default. Written by `SimulatedFile.write` alone. */
  readonly values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;

  constructor(id: string, type: string) {
    this.id = id;
    this.type = type;
  }

  get removed(): boolean {
    return this.values.removed === true;
  }

  get(key: string): unknown {
    return this.values[key];
  }
}
