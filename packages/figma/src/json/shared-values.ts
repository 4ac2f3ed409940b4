/** Longer ones are seldom equal. */
const longest = 400;

const mostInside = 40;

const mostKept = 20_000;

/** After so many of a field it is known whether its values recur. */
const trial = 64;

/** Finds equal objects: in a design most fills, effects and constraints are those of many layers. */
export class SharedValues {
  readonly #except: string;
  readonly #known = new Map<string, object>();
  readonly #fields = new Map<string, { tried: number; met: number }>();

  /** @param except a text, of which what holds it is left alone */
  constructor(except: string) {
    this.#except = except;
  }

  /** The first that was equal to this value, or undefined where there is nothing to be had by looking. */
  find(field: string, value: object): object | undefined {
    const seen = this.#seen(field);
    if (seen.tried >= trial && seen.met * 2 < seen.tried) return undefined;
    seen.tried += 1;
    if (leftOf(mostInside, value) < 0) return undefined;
    const text = JSON.stringify(value);
    if (text.length > longest || text.includes(this.#except)) return undefined;
    const known = this.#known.get(text);
    if (known !== undefined) seen.met += 1;
    else if (this.#known.size < mostKept) this.#known.set(text, value);
    return known ?? value;
  }

  #seen(field: string): { tried: number; met: number } {
    let seen = this.#fields.get(field);
    if (seen === undefined) {
      seen = { tried: 0, met: 0 };
      this.#fields.set(field, seen);
    }
    return seen;
  }
}

/** What is left of a number of values once those inside are counted; less than 0 where they are more. What is large or deep is not written down to find that out, nor what is written as another value is. */
function leftOf(most: number, value: object): number {
  let left = most;
  for (const inner of Object.values(value)) {
    left -= 1;
    if (typeof inner === "string" ? inner.length > longest : inner === Infinity || inner === -Infinity) return -1;
    if (left >= 0 && typeof inner === "object" && inner !== null) left = leftOf(left, inner);
    if (left < 0) return left;
  }
  return left;
}
