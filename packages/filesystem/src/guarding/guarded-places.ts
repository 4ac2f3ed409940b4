import { compileGlob, compileGlobs, type PathMatcher } from "@drawbridge/core";

interface Guarding {
  /** Globs of places that are guarded from the start. */
  readonly wellKnown: readonly string[];
  /** The person's own; one with `!` before it lifts what it matches. */
  readonly globs?: readonly string[];
  /** Names of absolute paths, which no glob lifts with all that is in them. */
  readonly always?: readonly (readonly string[])[];
}

/**
 * Places that must not be read, or must not be changed. The person's globs add to the well-known ones. Letters' case does
 * not matter, since some file systems ignore it.
 */
export class GuardedPlaces {
  readonly #isWellKnown: PathMatcher;
  readonly #added: readonly PersonsGlob[];
  readonly #lifted: readonly PersonsGlob[];
  readonly #always: readonly (readonly string[])[];

  constructor({ wellKnown, globs = [], always = [] }: Guarding) {
    this.#isWellKnown = compileGlobs(wellKnown);
    this.#added = globs.filter((glob) => !glob.startsWith("!")).map(personsGlob);
    this.#lifted = globs.filter((glob) => glob.startsWith("!")).map((glob) => personsGlob(glob.slice(1)));
    this.#always = always;
  }

  /**
   * Whether a place is guarded. The person's globs are meant from the root on, or from `/` where they begin so, and add or
   * lift a folder with all that is in it; the well-known places are such even where a root lies inside one, as `~/.aws`
   * does.
   *
   * @param rootNames the names of the root's own path
   * @param names the names that lead from the root to the place
   */
  has(rootNames: readonly string[], names: readonly string[]): boolean {
    const means = (glob: PersonsGlob) => glob(rootNames, names);
    const whole = [...rootNames, ...names];
    if (this.#always.some((path) => path.every((name, index) => name === whole[index]))) return true;
    // These globs hold from any folder on, so that what the names below the root match, the whole path does.
    const isWellKnown = this.#isWellKnown(whole);
    if ((isWellKnown && this.#isWellKnown(names)) || this.#added.some(means)) return !this.#lifted.some(means);
    return isWellKnown && !this.#lifted.some((glob) => glob([], whole));
  }
}

type PersonsGlob = (rootNames: readonly string[], names: readonly string[]) => boolean;

/** A glob that begins at `/` is meant of the whole path, and any other of the path from the root on. */
function personsGlob(glob: string): PersonsGlob {
  const fromTop = glob.startsWith("/");
  const matches = compileGlob(glob, { ignoreCase: true, anywhere: !fromTop });
  return (rootNames, names) => {
    const path = fromTop ? [...rootNames, ...names] : names;
    const first = fromTop ? rootNames.length : 1;
    // The file itself, and each folder that it lies in.
    for (let length = path.length; length >= Math.max(first, 1); length -= 1) {
      if (matches(path.slice(0, length))) return true;
    }
    return false;
  };
}
