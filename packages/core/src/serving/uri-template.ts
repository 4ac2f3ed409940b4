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

  /** Throws for a template with expressions of other kinds: its author's mistake. */
  constructor(template: string) {
    const variables: string[] = [];
    this.#steps = template.split(/(\{[^{}]*\})/).flatMap((part) => {
      const [, operator = "", name, list = ""] = /^\{([+/]?)([\w.]+)(\*?)\}$/.exec(part) ?? [];
      if (name === undefined && !/[{}]/.test(part)) return literal(part);
      const steps = expressions[operator + list];
      if (name === undefined || steps === undefined)
        throw new Error(`The template ${template} has ${part}; known are {x}, {+x} and {/x*}`);
      variables.push(name);
      return steps;
    });
    this.variables = variables;
  }

  /** Whether an address is one of its own. Nothing is decoded: a character that is escaped is another. */
  matches(uri: string): boolean {
    let places = this.#from(0);
    for (let at = 0; at < uri.length && places.length > 0; at += 1) {
      const character = uri.charAt(at);
      const next = new Set<number>();
      for (const place of places) {
        const step = this.#steps[place];
        if (!step?.accepts(character)) continue;
        if (step.repeats) next.add(place);
        for (const after of this.#from(place + 1)) next.add(after);
      }
      places = [...next];
    }
    return places.includes(this.#steps.length);
  }

  /** The steps that may come at a place: its own, and those behind what may be left out. */
  #from(place: number): readonly number[] {
    const skips = this.#steps[place]?.skips ?? 0;
    return skips === 0 ? [place] : [place, ...this.#from(place + skips)];
  }
}

function literal(text: string): Step[] {
  return Array.from({ length: text.length }, (_, at) => ({
    accepts: (character) => character === text.charAt(at),
    repeats: false,
    skips: 0,
  }));
}
