import {
  closeSync,
  constants,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { ConnectorError, chooseContainment, type HeldDirectory, UsageError } from "@drawbridge/core";

const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** The folder that a person chose for downloads. Nothing is written outside of it, whatever links are in it. */
export class DownloadFolder {
  readonly #root: string;

  /** @throws UsageError where there is no such folder */
  constructor(path: string) {
    try {
      this.#root = realpathSync.native(resolve(path));
      if (!statSync(this.#root).isDirectory()) throw new Error("not a folder");
    } catch {
      throw new UsageError(`--download-dir names ${path}, which is no folder; make it first`);
    }
  }

  /** Throws `refused` for a directory that leads out of the folder. Asked before anything is fetched for it. */
  assertBelow(directory: string): void {
    this.#partsOf(directory);
  }

  /**
   * Writes a file whole or not at all.
   *
   * @param directory below the folder; made where it is not there
   * @param isReplaced whether a file that is there may go
   */
  write(directory: string, name: string, bytes: Buffer, isReplaced: boolean): void {
    using folder = this.#open(directory);
    const beside = `.${name}.${process.pid}.part`;
    const descriptor = folder.withPath(beside, (path) => openSync(path, newFile, 0o644));
    try {
      try {
        for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
      } finally {
        closeSync(descriptor);
      }
      this.#place(folder, beside, name, isReplaced);
    } finally {
      removeIfThere(folder, beside);
    }
  }

  /** Names of a directory's entries, as they are now; none where it is not there. */
  names(directory: string): ReadonlySet<string> {
    try {
      using folder = this.#open(directory, false);
      return new Set(folder.list().map(({ name }) => name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Set();
      throw error;
    }
  }

  #place(folder: HeldDirectory, beside: string, name: string, isReplaced: boolean): void {
    try {
      folder.withPath(beside, (from) =>
        folder.withPath(name, (to) => {
          if (isReplaced) renameSync(from, to);
          // Unlike a rename a link takes no place that is taken.
          else linkSync(from, to);
        }),
      );
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      throw new ConnectorError(
        "conflict",
        `${name} is there already. Pass overwrite: true to replace it, or name another directory.`,
      );
    }
  }

  /** Step by step, each from a folder that is held: what is swapped for a link meanwhile leads nowhere. */
  #open(directory: string, isMade = true): HeldDirectory {
    let folder = chooseContainment().openRoot(this.#root);
    for (const name of this.#partsOf(directory)) {
      const parent = folder;
      try {
        folder = intoDirectory(parent, name, isMade);
      } finally {
        parent[Symbol.dispose]();
      }
    }
    return folder;
  }

  #partsOf(directory: string): readonly string[] {
    const below = isAbsolute(directory) ? relative(this.#root, directory) : directory;
    const parts = below.split(sep === "\\" ? /[\\/]/ : "/").filter((part) => part !== "" && part !== ".");
    const isInside =
      !isAbsolute(below) && parts.every((part) => part !== ".." && !part.includes("\0") && part.length <= 255);
    if (isInside && parts.length <= 32) return parts;
    throw new ConnectorError(
      "refused",
      `Downloads go below the folder that the server was started with (--download-dir). ${JSON.stringify(directory)} leads out of it: name a directory relative to it, such as "icons".`,
    );
  }
}

function intoDirectory(parent: HeldDirectory, name: string, isMade: boolean): HeldDirectory {
  if (isMade) makeIfAbsent(parent, name);
  using entry = parent.step(name);
  if (entry.stats.isDirectory()) return entry.intoDirectory();
  throw new ConnectorError(
    "refused",
    `${name} is no directory${entry.stats.isSymbolicLink() ? " but a link, which is not followed" : ""}. Name another one.`,
  );
}

function makeIfAbsent(parent: HeldDirectory, name: string): void {
  try {
    parent.withPath(name, (path) => mkdirSync(path, 0o755));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function removeIfThere(folder: HeldDirectory, name: string): void {
  try {
    folder.withPath(name, unlinkSync);
  } catch {
    // It was moved to its place.
  }
}
