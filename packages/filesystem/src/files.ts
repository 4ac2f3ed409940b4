import { sep } from "node:path";
import { ConnectorError } from "@drawbridge/core";
import type { Containment } from "./containment/containment.ts";
import type { HeldDirectory } from "./containment/held-directory.ts";
import { checkPath } from "./paths/check-path.ts";
import { fileError } from "./paths/file-error.ts";
import { showName } from "./paths/show-name.ts";
import { locate } from "./roots/locate.ts";
import type { Root } from "./roots/root.ts";
import type { Deny } from "./secrets/deny.ts";
import { FolderSnapshots } from "./walking/folder-snapshots.ts";
import { type Reached, walk } from "./walking/walk.ts";

/** A path that was reached, and the root that it was reached from. */
export interface Found extends Reached {
  readonly root: Root;
  /** The names that the caller gave, with any links on the way. */
  readonly asked: readonly string[];
}

/** A folder that was reached, held open. */
export interface FoundFolder extends Disposable {
  readonly root: Root;
  readonly names: readonly string[];
  readonly directory: HeldDirectory;
}

/** What the person's options made of it. */
export interface FilesSettings {
  readonly roots: readonly Root[];
  readonly containment: Containment;
  readonly deny: Deny;
  readonly maxFileBytes?: number | undefined;
}

const defaultWholeFileBytes = 64 * 1024 * 1024;

/** The connector's client: files under roots, reached without ever leaving them. */
export class Files {
  readonly roots: readonly Root[];
  readonly containment: Containment;
  readonly deny: Deny;
  /** The person's limit of a file that is touched at all; undefined where they set none. */
  readonly maxFileBytes: number | undefined;
  /** The largest file that is held in memory as a whole: to edit it, to outline it, to answer it as media. */
  readonly wholeFileBytes: number;
  readonly snapshots = new FolderSnapshots();

  constructor({ roots, containment, deny, maxFileBytes }: FilesSettings) {
    this.roots = roots;
    this.containment = containment;
    this.deny = deny;
    this.maxFileBytes = maxFileBytes;
    this.wholeFileBytes = maxFileBytes ?? defaultWholeFileBytes;
  }

  /**
   * Reaches a path as a caller wrote it. The result holds descriptors: dispose of it.
   *
   * @param followLast whether a link at the end is followed; `false` reaches the link itself
   * @throws ConnectorError `invalid_input`, `refused`, `not_found`
   */
  reach(written: string, followLast = true): Found {
    const path = checkPath(written);
    const { root, names } = locate(this.roots, path);
    if (names.length === 0) assertThere(root);
    try {
      return Object.assign(walk(root, names, followLast), { root, asked: names });
    } catch (error) {
      assertThere(root);
      throw fileError(error, path, () => walk(root, names.slice(0, -1), true));
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

  /** Whether a file's content must not be shown: for where it lies, or for the name that it was asked for by. */
  denies({ root, names, asked }: Pick<Found, "root" | "names" | "asked">): boolean {
    return (root.real === root.given ? [root.real] : [root.real, root.given]).some((path) => {
      const above = path.split(sep).filter((name) => name !== "");
      return this.deny.denies(above, names) || (!isSame(names, asked) && this.deny.denies(above, asked));
    });
  }

  close(): void {
    for (const { directory } of this.roots) directory[Symbol.dispose]();
  }
}

/** A root that was removed stays held, and would look like an empty folder for ever. Nothing can be reached in it. */
function assertThere({ directory, given }: Root): void {
  if (directory.self().nlink > 0n) return;
  throw new ConnectorError(
    // Trying again would not help, which `unavailable` would promise.
    "refused",
    `The root ${given} was removed, or another was put in its place, since this server started. A person has to restart it.`,
  );
}

function isSame(names: readonly string[], others: readonly string[]): boolean {
  return names.length === others.length && names.every((name, index) => name === others[index]);
}
