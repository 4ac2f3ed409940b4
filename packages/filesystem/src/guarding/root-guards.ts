import { namesOf } from "../paths/names-of.ts";
import type { Root } from "../roots/root.ts";
import type { GuardedPlaces } from "./guarded-places.ts";

/** A place, and the name it was asked for by. */
export interface GuardedAt {
  readonly root: Root;
  readonly names: readonly string[];
  /** The names that the caller gave, with any links on the way. */
  readonly asked: readonly string[];
  /** The root that these begin in; without it, the one that was reached. */
  readonly askedFrom?: Root;
}

/** A root as globs see it: its own path is part of what they mean, in each way in which it is known. */
interface Base {
  readonly paths: readonly (readonly string[])[];
  /** From this root to the one that lies in it. */
  readonly below: readonly string[];
}

/** Guarded places by the roots that a person gave. Where one root lies in another, what holds from the outer one on holds too. */
export class RootGuards {
  readonly #places: GuardedPlaces;
  readonly #bases: ReadonlyMap<Root, readonly Base[]>;

  constructor(places: GuardedPlaces, roots: readonly Root[]) {
    this.#places = places;
    this.#bases = new Map(roots.map((root) => [root, basesOf(root, roots)]));
  }

  /** Whether a place is guarded: for where it lies, or for the name that it was asked for by. */
  has({ root, names, asked, askedFrom = root }: GuardedAt): boolean {
    const isAskedSo = askedFrom === root && isSame(names, asked);
    return this.#holds(root, names) || (!isAskedSo && this.#holds(askedFrom, asked));
  }

  #holds(root: Root, names: readonly string[]): boolean {
    // Globs are meant from the root on that the person gave.
    if (root.part !== undefined) return this.#holds(root.part.of, [...root.part.names, ...names]);
    const bases = this.#bases.get(root) ?? basesOf(root, []);
    return bases.some(({ paths, below }) => {
      const inside = below.length === 0 ? names : [...below, ...names];
      return paths.some((path) => this.#places.has(path, inside));
    });
  }
}

/** The root itself, and those around it. */
function basesOf(root: Root, roots: readonly Root[]): Base[] {
  const whole = namesOf(root.real);
  const around = roots.filter((one) => {
    const above = namesOf(one.real);
    return one !== root && above.length <= whole.length && above.every((name, index) => name === whole[index]);
  });
  return [root, ...around].map(({ real, given }) => ({
    paths: (real === given ? [real] : [real, given]).map(namesOf),
    below: whole.slice(namesOf(real).length),
  }));
}

function isSame(names: readonly string[], others: readonly string[]): boolean {
  return names.length === others.length && names.every((name, index) => name === others[index]);
}
