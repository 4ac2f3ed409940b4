/** How much somebody may do with a repository, in GitHub's order. */
export const roles = ["none", "read", "triage", "write", "maintain", "admin"] as const;

export type Role = (typeof roles)[number];

/** A repository as far as the front has to know it. */
export interface KnownRepository {
  readonly id: number;
  readonly fullName: string;
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
}

/** Owners and members of the organisation; members may read all that it has. */
const organisation = { login: "acme", owners: ["ada"], members: ["ada", "ben", "rita"] };

/**
 * Which repositories there are, under which names they were known before, and who may do what with them: the emulator takes
 * every member for an administrator, and knows one spelling of a name.
 */
export class Repositories {
  readonly #byId = new Map<number, KnownRepository>();
  readonly #formerly = new Map<string, number>();
  readonly #collaborators = new Map<string, Role>();

  /** Takes note of a repository, also under a name that it did not have before. */
  note(repository: KnownRepository): void {
    const before = this.#byId.get(repository.id);
    if (before !== undefined && before.fullName !== repository.fullName)
      this.#formerly.set(before.fullName.toLowerCase(), repository.id);
    this.#byId.set(repository.id, repository);
  }

  forget(fullName: string): void {
    const found = this.named(fullName);
    if (found !== undefined) this.#byId.delete(found.id);
  }

  /** By its present name, in any case of letters. */
  named(fullName: string): KnownRepository | undefined {
    const name = fullName.toLowerCase();
    return [...this.#byId.values()].find((one) => one.fullName.toLowerCase() === name);
  }

  all(): readonly KnownRepository[] {
    return [...this.#byId.values()];
  }

  byId(id: number): KnownRepository | undefined {
    return this.#byId.get(id);
  }

  /** The one that was called so once. */
  formerly(fullName: string): KnownRepository | undefined {
    return this.#byId.get(this.#formerly.get(fullName.toLowerCase()) ?? Number.NaN);
  }

  grant(repository: KnownRepository, login: string, role: Role): void {
    this.#collaborators.set(key(repository, login), role);
  }

  /** What somebody may do; anybody may read what is public. */
  role(repository: KnownRepository, login: string | undefined): Role {
    const least = repository.isPrivate ? "none" : "read";
    if (login === undefined) return least;
    const [owner = ""] = repository.fullName.split("/");
    const given = this.#collaborators.get(key(repository, login)) ?? "none";
    const isOurs = owner === organisation.login;
    if (owner === login || (isOurs && organisation.owners.includes(login))) return "admin";
    const member = isOurs && organisation.members.includes(login) ? "read" : "none";
    return higher(higher(least, given), member);
  }

  /** Whether somebody has to do with it: not only because it is public. */
  isAbout(repository: KnownRepository, login: string): boolean {
    return this.association(repository, login) !== "NONE";
  }

  /** What an author is to a repository, in GitHub's words. */
  association(repository: KnownRepository, login: string): string {
    const [owner = ""] = repository.fullName.split("/");
    if (owner === login) return "OWNER";
    if (owner === organisation.login && organisation.members.includes(login)) return "MEMBER";
    return this.#collaborators.has(key(repository, login)) ? "COLLABORATOR" : "NONE";
  }
}

/** Whether a role is enough. */
export function isAtLeast(role: Role, wanted: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(wanted);
}

const higher = (one: Role, other: Role): Role => (isAtLeast(one, other) ? one : other);

const key = ({ id }: KnownRepository, login: string) => `${id} ${login.toLowerCase()}`;
