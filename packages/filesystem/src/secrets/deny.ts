import { ConnectorError } from "@drawbridge/core";
import { compileGlob, type PathMatcher } from "../globs/compile-glob.ts";
import { showName } from "../paths/show-name.ts";
import { secretGlobs } from "./secret-globs.ts";

/**
 * What must not be read. The person's globs add to the well-known secrets; one with `!` before it lifts what it
 * matches. Letters' case does not matter, since some file systems ignore it.
 */
export class Deny {
  readonly #denied: readonly PathMatcher[];
  readonly #lifted: readonly PathMatcher[];

  constructor(globs: readonly string[] = []) {
    const compile = (glob: string) => compileGlob(glob, { ignoreCase: true, anywhere: true });
    const added = globs.filter((glob) => !glob.startsWith("!"));
    this.#denied = [...secretGlobs, ...added].map(compile);
    this.#lifted = globs.filter((glob) => glob.startsWith("!")).map((glob) => compile(glob.slice(1)));
  }

  /** @param names the file's path, without links */
  denies(names: readonly string[]): boolean {
    return this.#denied.some((matches) => matches(names)) && !this.#lifted.some((matches) => matches(names));
  }

  /** Throws `refused` when the file's content must not be shown. */
  assertReadable(names: readonly string[]): void {
    if (!this.denies(names)) return;
    const name = showName(names.at(-1) ?? "");
    throw new ConnectorError(
      "refused",
      `${name} is where secrets are kept, and its content is not shown. The person who runs this server can lift that ` +
        `with --deny '!${name}'.`,
    );
  }
}
