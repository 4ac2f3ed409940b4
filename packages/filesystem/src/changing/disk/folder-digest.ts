import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";

/** Tells a folder's content from any other: names, types, permissions, and by their digests what files hold and where links lead. Times and numbers of files do not count. */
export class FolderDigest {
  readonly #inner: string[] = [];

  /** @param digest of the entry, which stands already as it is to be */
  add(folder: HeldDirectory, name: string, digest: string | undefined): void {
    const { mode } = folder.withPath(name, (path) => lstatSync(path));
    this.#inner.push(JSON.stringify([name, mode, digest]));
  }

  /** Entries may have been added in any order. */
  finish(): string {
    return `folder:${createHash("sha256").update(this.#inner.sort().join("\n")).digest("hex")}`;
  }
}
