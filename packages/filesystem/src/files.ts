import { ConnectorError, type Containment, type HeldDirectory } from "@drawbridge/core";
import type { Changes } from "./changes/changes.ts";
import { ChangeQueue } from "./changing/transaction/change-queue.ts";
import { HeldFolders } from "./containment/held-folders.ts";
import type { FilesSettings } from "./files-settings.ts";
import { type GuardedAt, RootGuards } from "./guarding/root-guards.ts";
import type { Journal } from "./journal/journal.ts";
import { JournalHolder } from "./journal/journal-holder.ts";
import { checkPath } from "./paths/check-path.ts";
import { fileError } from "./paths/file-error.ts";
import { isTemporary } from "./paths/is-temporary.ts";
import { showName } from "./paths/show-name.ts";
import { shownPath } from "./paths/shown-path.ts";
import { alsoUnder } from "./roots/also-under.ts";
import { assertInPlace } from "./roots/assert-in-place.ts";
import { assertThere } from "./roots/assert-there.ts";
import { type Location, locate } from "./roots/locate.ts";
import type { Narrowing } from "./roots/narrowing.ts";
import type { Root } from "./roots/root.ts";
import { FolderSnapshots } from "./walking/folder-snapshots.ts";
import { type Reached, walk } from "./walking/walk.ts";

/** A path that was reached, and what it was asked for by. */
export interface Found extends Reached, GuardedAt {}

/** A folder that was reached, held open. */
export interface FoundFolder extends Disposable {
  readonly root: Root;
  readonly names: readonly string[];
  readonly directory: HeldDirectory;
}

const defaultWholeFileBytes = 64 * 1024 * 1024;

/** The connector's client: files under roots, reached without ever leaving them. */
export class Files {
  /** As the person gave them, whatever a host makes of the roots. */
  readonly settings: FilesSettings;
  readonly containment: Containment;
  /** Folders in the roots that hosts work in. */
  readonly held: HeldFolders;
  /** Changes of one place follow each other, whichever host asks for them. */
  readonly queue: ChangeQueue;
  /** The person's limit of a file that is touched at all; undefined where they set none. */
  readonly maxFileBytes: number | undefined;
  /** The largest file that is held in memory as a whole: to edit it, to outline it, to answer it as media. */
  readonly wholeFileBytes: number;
  readonly snapshots = new FolderSnapshots();
  readonly #given: Files;
  readonly #denied: RootGuards;
  readonly #protected: RootGuards;
  readonly #journal: JournalHolder;
  #narrowing: Narrowing;
  #changes: Promise<Changes> | undefined;

  /** @param given of which these are one host's */
  constructor(settings: FilesSettings, given?: Files) {
    const { roots, containment, deny, protect, maxFileBytes, journalFolder } = settings;
    this.settings = settings;
    this.#given = given ?? this;
    this.held = given?.held ?? new HeldFolders();
    this.queue = given?.queue ?? new ChangeQueue();
    this.#journal = given === undefined ? new JournalHolder(journalFolder, containment) : given.#journal;
    this.#narrowing = { roots, said: undefined };
    this.containment = containment;
    this.#denied = given === undefined ? new RootGuards(deny, roots) : given.#denied;
    this.#protected = given === undefined ? new RootGuards(protect, roots) : given.#protected;
    this.maxFileBytes = maxFileBytes;
    this.wholeFileBytes = maxFileBytes ?? defaultWholeFileBytes;
  }

  /** What is served: the roots as they were given, or what a host wants of them. */
  get roots(): readonly Root[] {
    return this.#narrowing.roots;
  }

  /** What is said of a host's own folders; undefined where they change nothing. */
  get narrowing(): string | undefined {
    return this.#narrowing.said;
  }

  /** The same files, to be narrowed for one host. */
  forHost(): Files {
    return new Files(this.settings, this.#given);
  }

  /** From here on nothing else is reached. What runs already goes on with what it holds. */
  narrow(narrowing: Narrowing): void {
    this.#narrowing = narrowing;
  }

  /** The root that a path belongs to; see `locate`. Throws `refused` for what is outside. */
  locate(path: string): Location {
    const { roots, said } = this.#narrowing;
    if (roots.length === 0 && said !== undefined) throw new ConnectorError("refused", said);
    return locate(roots, path);
  }

  /**
   * Reaches a path as a caller wrote it. The result holds descriptors: dispose of it.
   *
   * @param followLast whether a link at the end is followed; `false` reaches the link itself
   * @throws ConnectorError `invalid_input`, `refused`, `not_found`
   */
  reach(written: string, followLast = true): Found {
    const path = checkPath(written);
    const location = this.locate(path);
    const { root, names } = location;
    if (names.length === 0) assertThere(root);
    try {
      return this.walkTo(location, followLast);
    } catch (error) {
      assertThere(root);
      const said = fileError(error, path, () => this.walkTo({ root, names: names.slice(0, -1) }, true));
      if (!ConnectorError.is(said) || said.code !== "not_found") throw said;
      throw said.withMessage(said.message + alsoUnder(this, location));
    }
  }

  /** Reaches a place as `reach` does, and throws the system's own errors. */
  walkTo({ root, names }: Location, followLast: boolean): Found {
    if (root.part !== undefined) assertInPlace(root, root.part);
    const reached = walk(root, names, followLast, this.settings.followSymlinks ? this.roots : [root]);
    try {
      if (reached.root !== root && reached.root.part !== undefined) assertInPlace(reached.root, reached.root.part);
    } catch (error) {
      reached[Symbol.dispose]();
      throw error;
    }
    return Object.assign(reached, { asked: names, askedFrom: root });
  }

  /**
   * Reaches what a walk met, by its names from a root on; a link at the end is not followed. The result holds
   * descriptors: dispose of it. Throws what `reach` throws.
   */
  reachNamed(root: Root, names: readonly string[]): Found {
    try {
      return this.walkTo({ root, names }, false);
    } catch (error) {
      throw fileError(error, shownPath(root, names));
    }
  }

  /** Reaches a folder. The result holds it open: dispose of it. Throws `invalid_input` for what is no folder. */
  reachFolder(written: string): FoundFolder {
    const found = this.reach(written);
    const { root, names, entry } = found;
    try {
      if (entry === undefined) return { root, names, directory: root.directory, [Symbol.dispose]() {} };
      if (!entry.stats.isDirectory()) {
        const advice = entry.stats.isFile() ? "Read it with fs_read." : "fs_stat tells what it is.";
        throw new ConnectorError("invalid_input", `${showName(written)} is no folder. ${advice}`);
      }
      const directory = entry.intoDirectory();
      return { root, names, directory, [Symbol.dispose]: () => directory[Symbol.dispose]() };
    } finally {
      found[Symbol.dispose]();
    }
  }

  /** Whether a file's content must not be shown: for where it lies, for the name that it was asked for by, or while it has none. */
  denies(at: GuardedAt): boolean {
    return at.names.some(isTemporary) || this.#denied.has(at);
  }

  /** Whether nothing is made, changed or deleted at a place. */
  protects(at: GuardedAt): boolean {
    return this.#protected.has(at);
  }

  /** What changes under the roots that were given, to be told of what is served alone. Loaded when somebody wants it. */
  changes(): Promise<Changes> {
    if (this.#given !== this) return this.#given.changes();
    this.#changes ??= import("./changes/changes.ts").then((loaded) => new loaded.Changes(this));
    return this.#changes;
  }

  /** Where what is changed is written down. Throws `unavailable` where it cannot be: nothing is changed then. */
  journal(): Promise<Journal> {
    return this.#journal.get();
  }

  /** Whether a change had to be broken off, and waits for being taken up; see `takeUp`. */
  get isInterrupted(): boolean {
    return this.#journal.isInterrupted;
  }

  /** Closes what is held, once nothing is changed or looked at any more. */
  async close(): Promise<void> {
    const changes = await this.#changes;
    await changes?.close();
    await this.queue.idle();
    this.#journal.close();
    this.held[Symbol.dispose]();
    for (const { directory } of this.settings.roots) directory[Symbol.dispose]();
  }
}
