/** What is known of a node while a plan is checked. What is not known is judged by nobody but Figma. */
export interface Facts {
  readonly type?: string | undefined;
  /** NONE, HORIZONTAL, VERTICAL or GRID, of what can have a layout. */
  readonly layout?: string | undefined;
  /** Its parent, by id or reference; undefined also for what lies on a page. */
  readonly parent?: string | undefined;
  readonly name?: string | undefined;
  readonly insideInstance?: boolean | undefined;
}

/** What the checker asks of the file. */
export type FactsOf = (id: string) => Facts | undefined;

/** The file as it will be when a plan has come to an operation. */
export class Scene {
  private readonly known = new Map<string, Facts>();
  private readonly entities = new Set<string>();
  private readonly removed = new Set<string>();
  private readonly factsOf: FactsOf;

  constructor(factsOf: FactsOf) {
    this.factsOf = factsOf;
  }

  /** Nothing where nothing is known of it. */
  facts(name: string | undefined): Facts | undefined {
    return name === undefined ? undefined : (this.known.get(name) ?? this.factsOf(name));
  }

  has(ref: string): boolean {
    return this.known.has(ref) || this.entities.has(ref);
  }

  define(ref: string | undefined, facts: Facts): void {
    if (ref !== undefined) this.known.set(ref, facts);
  }

  /** A variable, collection or style, of which only is known that it is none. */
  defineEntity(ref: string | undefined): void {
    if (ref !== undefined) this.entities.add(ref);
  }

  update(name: string, facts: Facts): void {
    this.known.set(name, { ...this.facts(name), ...facts });
  }

  remove(name: string): void {
    this.removed.add(name);
  }

  /** Whether a node was removed by the plan, or what it stands in. */
  isGone(name: string): boolean {
    for (const [one] of this.above(name)) if (this.removed.has(one)) return true;
    return false;
  }

  /** The node and what it stands in, as far as is known. */
  *above(name: string): Generator<[string, Facts | undefined]> {
    const seen = new Set<string>();
    for (let one: string | undefined = name; one !== undefined && !seen.has(one); one = this.facts(one)?.parent) {
      seen.add(one);
      yield [one, this.facts(one)];
    }
  }
}
