import { onOneLine } from "./on-one-line.ts";
import { quoted } from "./quoted.ts";

/** What many layers have in common: told once on a page, and referred to by its label. */
export interface SharedValue {
  readonly value: string;
  /** As a person named it, where one did. */
  readonly name: string | undefined;
  /** What its own text refers to. */
  readonly needs: readonly SharedValue[];
  uses: number;
  /** Undefined where it is written out wherever it is used. */
  label: string | undefined;
  /** What the line that tells it takes of a budget, once that is known. */
  tokens?: number;
}

/** Kinds whose values are always told under a label. */
const alwaysLabelled: ReadonlySet<string> = new Set(["v", "i", "c"]);

/** As long as a label and its place. */
const shortest = 6;

/**
 * The values that layers share: paints `p`, text styles `t`, effects `e`, layouts `l`, layout guides `g`, variables `v`, images `i`, components `c`.
 * Labels count each kind from 1 in the order of the document, so that they are the same on every page of it.
 */
export class StyleTable {
  readonly #byKey = new Map<string, SharedValue>();
  readonly #counts = new Map<string, number>();
  readonly #unsettled: { readonly kind: string; readonly shared: SharedValue }[] = [];

  /** The value's entry, one use more. */
  share(kind: string, value: string, name?: string, needs: readonly SharedValue[] = none): SharedValue {
    const key = name === undefined ? kind + value : `${kind}${value}\0${name}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) {
      known.uses += 1;
      return known;
    }
    const label = alwaysLabelled.has(kind) ? this.#nextLabel(kind) : undefined;
    const shared: SharedValue = { value, name, needs, uses: 1, label };
    this.#byKey.set(key, shared);
    if (label === undefined) this.#unsettled.push({ kind, shared });
    return shared;
  }

  /** Gives labels to what has a name, or is used more than once and long enough. To be called when all are shared. */
  settle(): void {
    for (const { kind, shared } of this.#unsettled.splice(0)) {
      const isLong = shared.value.length >= shortest;
      const pays = isLong && (shared.uses > 2 || (shared.uses > 1 && shared.value.length > 3 * shortest));
      if (shared.name !== undefined || pays) shared.label = this.#nextLabel(kind);
    }
  }

  #nextLabel(kind: string): string {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return kind + count;
  }
}

const none: readonly SharedValue[] = [];

/** How a layer's line refers to a value. */
export function referenceTo(shared: SharedValue): string {
  return shared.label ?? shared.value;
}

/** The line that tells a labelled value, once on each page. */
export function definitionOf({ label, name, value }: SharedValue): string {
  const told = name === undefined ? "" : ` ${quoted(name)}`;
  return onOneLine(`${label}${told} ${value}`);
}
