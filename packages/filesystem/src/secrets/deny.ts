import { compileGlob, type PathMatcher } from "../globs/compile-glob.ts";
import { secretGlobs } from "./secret-globs.ts";

/**
 * What must not be read. The person's globs add to the well-known secrets; one with `!` before it lifts what it
 * matches. Letters' case does not matter, since some file systems ignore it.
 */
export class Deny {
  readonly #secrets: readonly PathMatcher[];
  readonly #added: readonly PathMatcher[];
  readonly #lifted: readonly PathMatcher[];

  constructor(globs: readonly string[] = []) {
    const compile = (glob: string) => compileGlob(glob, { ignoreCase: true, anywhere: true });
    this.#secrets = secretGlobs.map(compile);
    this.#added = globs.filter((glob) => !glob.startsWith("!")).map(compile);
    this.#lifted = globs.filter((glob) => glob.startsWith("!")).map((glob) => compile(glob.slice(1)));
  }

  /**
   * Whether a file's content must not be shown. The person's globs are meant from the root on; the well-known places are
   * such even where a root lies inside one, as `~/.aws` does.
   *
   * @param rootNames the names of the root's own path
   * @param names the names that lead from the root to the file
   */
  denies(rootNames: readonly string[], names: readonly string[]): boolean {
    if (isAmong(this.#secrets, names) || isAmong(this.#added, names)) return !isAmong(this.#lifted, names);
    const whole = [...rootNames, ...names];
    return isAmong(this.#secrets, whole) && !isAmong(this.#lifted, whole);
  }
}

function isAmong(matchers: readonly PathMatcher[], names: readonly string[]): boolean {
  return matchers.some((matches) => matches(names));
}
