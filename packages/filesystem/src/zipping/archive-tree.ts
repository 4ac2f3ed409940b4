import { constants } from "node:fs";
import type { Entry } from "yauzl";
import { archiveLimits } from "./archive-limits.ts";
import type { Archived, ArchivedFile, ArchivedFolder } from "./archived.ts";
import { comparedName } from "./compared-name.ts";
import { entryNames } from "./entry-names.ts";
import { notUnpacked } from "./not-unpacked.ts";

const { S_IFMT, S_IFREG, S_IFDIR, S_IFLNK } = constants;
const stored = 0;
const deflated = 8;

/**
 * Puts an archive's entries together to the tree that they mean. Throws `refused` for what is no file or folder, leads
 * elsewhere, or would share a place with another entry, also on a system that compares names less strictly.
 */
export class ArchiveTree {
  readonly root: ArchivedFolder = { type: "folder", name: "", inner: new Map() };
  /** Files and folders, those included that have no entry of their own. */
  entries = 0;

  /** @param path as its name is to be read */
  add(path: string, zipped: Entry): void {
    const names = entryNames(path);
    const isFolder = path.endsWith("/");
    assertTaken(path, zipped, isFolder);
    if (names.length > archiveLimits.depth) throw notUnpacked("refused", "lies too deep.", { entry: path });
    const modified = timeOf(zipped);
    if (isFolder) {
      this.#folder(names, path).modified = modified;
      return;
    }
    const name = names.at(-1);
    if (name === undefined) throw notUnpacked("invalid_input", "has no name.", { entry: path });
    const isExecutable = (modeOf(zipped) & 0o111) !== 0;
    const file: ArchivedFile = { type: "file", name, path, zipped, isExecutable, modified };
    this.#put(this.#folder(names.slice(0, -1), path), file, path);
  }

  /** The names that lead to each of its files and folders. */
  *ways(folder = this.root, above: readonly string[] = []): Generator<readonly string[]> {
    for (const inner of folder.inner.values()) {
      const names = [...above, inner.name];
      yield names;
      if (inner.type === "folder") yield* this.ways(inner, names);
    }
  }

  #folder(names: readonly string[], path: string): ArchivedFolder {
    let folder = this.root;
    for (const name of names) {
      const there = folder.inner.get(comparedName(name));
      if (there === undefined) {
        const made: ArchivedFolder = { type: "folder", name, inner: new Map() };
        this.#put(folder, made, path);
        folder = made;
      } else if (there.type === "folder" && there.name === name) {
        folder = there;
      } else {
        throw sharesPlace(path);
      }
    }
    return folder;
  }

  #put(folder: ArchivedFolder, made: Archived, path: string): void {
    const key = comparedName(made.name);
    if (folder.inner.has(key)) throw sharesPlace(path);
    this.entries += 1;
    if (this.entries > archiveLimits.entries)
      throw notUnpacked("refused", `makes more than ${archiveLimits.entries} files and folders.`);
    folder.inner.set(key, made);
  }
}

function assertTaken(path: string, zipped: Entry, isFolder: boolean): void {
  const refused = (why: string) => notUnpacked("refused", why, { entry: path });
  if (zipped.isEncrypted()) throw refused("is encrypted. Unpack it by hand.");
  const type = modeOf(zipped) & S_IFMT;
  if (type === S_IFLNK) throw refused("is a link, and links are not unpacked.");
  if (type !== 0 && type !== (isFolder ? S_IFDIR : S_IFREG)) throw refused("is neither a file nor a folder.");
  if (isFolder && zipped.uncompressedSize !== 0) throw refused("is a folder that has content.");
  const { compressionMethod: method } = zipped;
  if (method !== stored && method !== deflated)
    throw refused(`is compressed by method ${method}, and only stored and deflated entries are unpacked.`);
}

/** Permissions and type as Unix has them; 0 from other systems. */
function modeOf({ externalFileAttributes }: Entry): number {
  return externalFileAttributes >>> 16;
}

function timeOf(zipped: Entry): Date | undefined {
  const time = zipped.getLastModDate();
  return Number.isNaN(time.getTime()) ? undefined : time;
}

function sharesPlace(path: string) {
  return notUnpacked(
    "refused",
    "has the place of another entry, or would have it where letters' case or the writing of accents does not matter.",
    { entry: path },
  );
}
