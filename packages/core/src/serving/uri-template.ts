/** What may stand at one place of an address. */
interface Step {
  accepts(character: string): boolean;
  /** Whether more of the same may follow. */
  readonly repeats: boolean;
  /** How many steps there are to the one that may stand here instead; 0 where something has to. */
  readonly skips: number;
}

const isAny = () => true;
const isSlash = (character: string) => character === "/";
const isOfSegment = (character: string) => character !== "/" && character !== ",";
const isOfLine = (character: string) => !"\n\r\u2028\u2029".includes(character);

/** By the operators of RFC 6570, section 2.2, and `*` where a list is exploded. */
const expressions: Readonly<Record<string, readonly Step[]>> = {
  "": [{ accepts: isOfSegment, repeats: true, skips: 0 }],
  "+": [{ accepts: isOfLine, repeats: true, skips: 0 }],
  "/*": [
    { accepts: isSlash, repeats: false, skips: 2 },
    { accepts: isAny, repeats: true, skips: 1 },
  ],
};

/**
 * A template of addresses, of the kinds that `Resource.uriTemplate` names (RFC 6570). It is followed step by step, all that it may
 * mean at once, so that the time is bounded by template times address, whatever the address.
 */
export class UriTemplate {
  /** The names of its variables, in their order. */
  readonly variables: readonly string[];
  readonly #steps: readonly Step[];
  /** For each step the steps that may come next, itself included where it repeats; before them those that an address may begin with. */
  readonly #next: ReadonlyArray<readonly number[]>;

  /** Throws for a template with expressions of other kinds: its author's mistake. */
  constructor(template: string) {
    const variables: string[] = [];
    const steps = template.split(/(\{[^{}]*\})/).flatMap((part) => {
      const [, operator = "", name, list = ""] = /^\{([+/]?)([\w.]+)(\*?)\}$/.exec(part) ?? [];
      if (name === undefined && !/[{}]/.test(part)) return literal(part);
      const known = expressions[operator + list];
      if (name === undefined || known === undefined)
        throw new Error(`The template ${template} has ${part}; known are {x}, {+x} and {/x*}`);
      variables.push(name);
      return known;
    });
    const from = (place: number): readonly number[] => {
      const skips = steps[place]?.skips ?? 0;
      return skips === 0 ? [place] : [place, ...from(place + skips)];
    };
    this.variables = variables;
    this.#steps = steps;
    this.#next = [from(0), ...steps.map(({ repeats }, place) => [...(repeats ? [place] : []), ...from(place + 1)])];
  }

  /** Whether an address is one of its own. Nothing is decoded: a character that is escaped is another. */
  matches(uri: string): boolean {
    let places = this.#next[0] ?? [];
    for (let at = 0; at < uri.length && places.length > 0; at += 1) {
      const character = uri.charAt(at);
      const reached: number[] = [];
      for (const place of places) {
        if (!this.#steps[place]?.accepts(character)) continue;
        for (const next of this.#next[place + 1] ?? []) if (!reached.includes(next)) reached.push(next);
      }
      places = reached;
    }
    return places.includes(this.#steps.length);
  }
}

function literal(text: string): Step[] {
  return Array.from({ length: text.length }, (_, at) => ({
    accepts: (character) => character === text.charAt(at),
    repeats: false,
    skips: 0,
  }));
}
