import { ConnectorError } from "@drawbridge/core";

/** What GitHub lets owners and repositories be called. Other characters have forms that other programs take for these. */
const plainName = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;

/**
 * The repositories that may be touched at all: `--repos owner/*,owner/repo`. Without any, all that the token reaches. With
 * `pinsFirst` it narrows for good to the first one that is touched.
 */
export class RepositoryScope {
  readonly #owners: ReadonlySet<string>;
  readonly #repositories: ReadonlySet<string>;
  readonly #shown: readonly string[];
  readonly #pinsFirst: boolean;
  #pinned: string | undefined;

  /** @param patterns each `owner/*` or `owner/repository` */
  constructor(patterns: readonly string[], { pinsFirst = false } = {}) {
    const lower = patterns.map((pattern) => pattern.toLowerCase());
    this.#shown = patterns;
    this.#owners = new Set(lower.filter((pattern) => pattern.endsWith("/*")).map((pattern) => pattern.slice(0, -2)));
    this.#repositories = new Set(lower.filter((pattern) => !pattern.endsWith("/*")));
    this.#pinsFirst = pinsFirst;
  }

  get isOpen(): boolean {
    return this.patterns.length === 0;
  }

  /** As they were given; the one repository that all is held to, once there is one. */
  get patterns(): readonly string[] {
    return this.#pinned === undefined ? this.#shown : [this.#pinned];
  }

  admits(owner: string, repository: string): boolean {
    if (!plainName.test(owner) || !plainName.test(repository)) return false;
    const name = `${owner}/${repository}`.toLowerCase();
    if (this.#pinned !== undefined) return name === this.#pinned.toLowerCase();
    return this.#shown.length === 0 || this.names(owner, repository);
  }

  /** As `admits`, of a full name: `acme/site`. */
  admitsNamed(fullName: string): boolean {
    const [owner = "", repository = "", ...more] = fullName.split("/");
    return more.length === 0 && this.admits(owner, repository);
  }

  /** Whether the person named it, or all of its owner's: that says that they stand for it. */
  names(owner: string, repository: string): boolean {
    return this.#owners.has(owner.toLowerCase()) || this.#repositories.has(`${owner}/${repository}`.toLowerCase());
  }

  /** Whether anything of an owner is admitted; what belongs to the owner and to no repository needs all of it. */
  admitsOwner(owner: string): boolean {
    if (this.#pinned !== undefined) return false;
    return this.#shown.length === 0 || this.#owners.has(owner.toLowerCase());
  }

  /** @param what belongs to the owner: `the gists of ada` */
  assertAdmitsOwner(owner: string, what: string): void {
    if (this.admitsOwner(owner)) return;
    throw new ConnectorError(
      "refused",
      `Here only ${this.patterns.join(", ")} may be used, and ${what} may not. A person who wants them reached adds ` +
        `${owner}/* to --repos.`,
    );
  }

  assertAdmits(owner: string, repository: string): void {
    if (this.admits(owner, repository)) return;
    if (!plainName.test(owner) || !plainName.test(repository))
      throw new ConnectorError(
        "invalid_input",
        "That is no name of a repository: letters, digits, '.', '_' and '-' only.",
      );
    const adding =
      this.#pinned === undefined
        ? "A person who wants it reached adds it to --repos."
        : "It was the first that was touched, and --pin-first-repo holds everything to it until the server is started anew.";
    throw new ConnectorError(
      "refused",
      `${owner}/${repository} is not among the repositories that may be used here: ${this.patterns.join(", ")}. ${adding}`,
    );
  }

  /** A repository is touched: with `pinsFirst` none but the first may be. */
  touch(owner: string, repository: string): void {
    this.assertAdmits(owner, repository);
    if (this.#pinsFirst) this.#pinned ??= `${owner}/${repository}`;
  }
}
