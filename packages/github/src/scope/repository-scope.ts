import { ConnectorError } from "@drawbridge/core";

/** The repositories that may be touched at all: `--repos owner/*,owner/repo`. Without any, all that the token reaches. */
export class RepositoryScope {
  readonly #owners: ReadonlySet<string>;
  readonly #repositories: ReadonlySet<string>;
  readonly #shown: readonly string[];

  /** @param patterns each `owner/*` or `owner/repository` */
  constructor(patterns: readonly string[]) {
    const lower = patterns.map((pattern) => pattern.toLowerCase());
    this.#shown = patterns;
    this.#owners = new Set(lower.filter((pattern) => pattern.endsWith("/*")).map((pattern) => pattern.slice(0, -2)));
    this.#repositories = new Set(lower.filter((pattern) => !pattern.endsWith("/*")));
  }

  get isOpen(): boolean {
    return this.#shown.length === 0;
  }

  /** As they were given. */
  get patterns(): readonly string[] {
    return this.#shown;
  }

  admits(owner: string, repository: string): boolean {
    const [name, of] = [`${owner}/${repository}`.toLowerCase(), owner.toLowerCase()];
    return this.isOpen || this.#owners.has(of) || this.#repositories.has(name);
  }

  /** Whether anything of an owner is admitted; what belongs to the owner and to no repository needs all of it. */
  admitsOwner(owner: string): boolean {
    return this.isOpen || this.#owners.has(owner.toLowerCase());
  }

  /** @param what belongs to the owner: `the gists of ada` */
  assertAdmitsOwner(owner: string, what: string): void {
    if (this.admitsOwner(owner)) return;
    throw new ConnectorError(
      "refused",
      `Here only ${this.#shown.join(", ")} may be used, and ${what} may not. A person who wants them reached adds ` +
        `${owner}/* to --repos.`,
    );
  }

  assertAdmits(owner: string, repository: string): void {
    if (this.admits(owner, repository)) return;
    throw new ConnectorError(
      "refused",
      `${owner}/${repository} is not among the repositories that may be used here: ${this.#shown.join(", ")}. ` +
        "A person who wants it reached adds it to --repos.",
    );
  }
}
