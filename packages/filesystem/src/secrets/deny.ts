import { compileGlob, type PathMatcher } from "../globs/compile-glob.ts";
import { secretGlobs } from "./secret-globs.ts";

/**
 * What must not be read. The person's globs add to the well-known secrets; one with `!` before it lifts what it
 * matches. Letters' case does not matter, since some file systems ignore it.
 */
export class Deny {
  readonly #secrets: readonly PathMatcher[];
  readonly #added: readonly PersonsGlob[];
  readonly #lifted: readonly PersonsGlob[];

  constructor(globs: readonly string[] = []) {
    const compile = (glob: string) => compileGlob(glob, { ignoreCase: true, anywhere: true });
    this.#secrets = secretGlobs.map(compile);
    this.#added = globs.filter((glob) => !glob.startsWith("!")).map(personsGlob);
    this.#lifted = globs.filter((glob) => glob.startsWith("!")).map((glob) => personsGlob(glob.slice(1)));
  }

  /**
   * Whether a file's content must not be shown. The person's globs are meant from the root on, or from `/` where they
   * begin so, and deny or lift a folder with all that is in it; the well-known places are such even where a root lies
   * inside one, as `~/.aws` does.
   *
   * @param rootNames the names of the root's own path
   * @param names the names that lead from the root to the file
   */
  denies(rootNames: readonly string[], names: readonly string[]): boolean {
    const means = (glob: PersonsGlob) => glob(rootNames, names);
    const whole = [...rootNames, ...names];
    // These globs hold from any folder on, so that what the names below the root match, the whole path does.
    const isSecretPlace = isAmong(this.#secrets, whole);
    if ((isSecretPlace && isAmong(this.#secrets, names)) || this.#added.some(means)) return !this.#lifted.some(means);
    return isSecretPlace && !this.#lifted.some((glob) => glob([], whole));
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

function isAmong(matchers: readonly PathMatcher[], names: readonly string[]): boolean {
  return matchers.some((matches) => matches(names));
}
