import { type BigIntStats, fstatSync } from "node:fs";
import { ConnectorError } from "@drawbridge/core";
import type { Standing } from "../changing/place.ts";
import type { HeldDirectory } from "../containment/held-directory.ts";
import type { HeldEntry } from "../containment/held-entry.ts";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { shownPath } from "../paths/shown-path.ts";
import { chunksOf } from "../reading/chunks-of.ts";
import { OpenedFile } from "../reading/opened-file.ts";
import { tooLarge } from "../reading/too-large.ts";
import type { Root } from "../roots/root.ts";
import { Tree } from "../walking/tree.ts";
import { archiveLimits } from "./archive-limits.ts";
import { ArchiveWriter } from "./archive-writer.ts";

/** What was packed, and what was left out. */
export class PackCount {
  entries = 0;
  /** Of what the files hold. */
  bytes = 0;
  /** `special` are devices, FIFOs and sockets. */
  readonly leftOut = { links: 0, special: 0, unreadable: 0 };
}

interface Packing {
  readonly signal: AbortSignal;
  readonly count: PackCount;
  packed(bytes: number): void;
}

/** Puts files and folders into an archive, each opened by the walk that found it, and counts what it leaves out. */
export class Packer {
  readonly #files: Files;
  readonly #packing: Packing;
  readonly #writer: ArchiveWriter;
  readonly #archive: BigIntStats;

  /** @param descriptor the archive, open for writing */
  constructor(files: Files, descriptor: number, packing: Packing) {
    this.#files = files;
    this.#packing = packing;
    this.#writer = new ArchiveWriter(descriptor);
    this.#archive = fstatSync(descriptor, { bigint: true });
  }

  /** Packs an entry with all that is in it, under its own name. Throws `refused` for what must not be read. */
  async pack({ root, names, name, parent, path, entry }: Standing): Promise<void> {
    const above = names.slice(0, -1);
    await this.#add(parent, root, above, [name]);
    if (!entry.stats.isDirectory()) return;
    using held = parent.step(name);
    using folder = held.intoDirectory();
    const everything = { hidden: true, toTheBottom: true, ignoring: undefined, after: undefined };
    const tree = new Tree({ ...everything, depth: archiveLimits.depth - 1, signal: this.#packing.signal });
    for await (const inner of tree.entries(folder, path))
      await this.#add(inner.parent, root, above, [name, ...inner.names]);
    this.#packing.count.leftOut.unreadable += tree.unreadable;
  }

  /** Returns the SHA-256 of the archive. */
  finish(): Promise<string> {
    return this.#writer.finish();
  }

  /**
   * @param above the way from the root to where the names begin
   * @param names as they are to stand in the archive
   */
  async #add(parent: HeldDirectory, root: Root, above: readonly string[], names: readonly string[]): Promise<void> {
    const place = [...above, ...names];
    if (this.#files.denies({ root, names: place, asked: place })) throw wouldShow(shownPath(root, place));
    using entry = this.#step(parent, names);
    if (entry === undefined) return;
    const { stats } = entry;
    // It may be made within a folder that goes into it.
    if (stats.dev === this.#archive.dev && stats.ino === this.#archive.ino) return;
    if (stats.isSymbolicLink()) this.#packing.count.leftOut.links += 1;
    else if (stats.isDirectory()) await this.#write(names, entry, nothing());
    else if (stats.isFile()) await this.#addFile(entry, { root, place, names });
    else this.#packing.count.leftOut.special += 1;
  }

  /** Nothing for what is gone meanwhile, or is not to be entered. */
  #step(parent: HeldDirectory, names: readonly string[]): HeldEntry | undefined {
    try {
      return parent.step(names.at(-1) ?? "");
    } catch {
      this.#packing.count.leftOut.unreadable += 1;
      return undefined;
    }
  }

  async #addFile(
    entry: HeldEntry,
    {
      root,
      place,
      names,
    }: { readonly root: Root; readonly place: readonly string[]; readonly names: readonly string[] },
  ): Promise<void> {
    const path = shownPath(root, place);
    const { size } = entry.stats;
    const most = this.#files.maxFileBytes;
    if (most !== undefined && size > most) throw tooLarge(path, size, most, "See --max-file-bytes.");
    let descriptor: number;
    try {
      descriptor = entry.openFile();
    } catch {
      this.#packing.count.leftOut.unreadable += 1;
      return;
    }
    using file = new OpenedFile({ descriptor, stats: entry.stats, root, names: place, path });
    await this.#write(names, entry, this.#counted(file));
  }

  async *#counted(file: OpenedFile): AsyncGenerator<Buffer> {
    const { count, signal } = this.#packing;
    for await (const chunk of chunksOf(file, { signal })) {
      count.bytes += chunk.length;
      if (count.bytes > archiveLimits.bytes)
        throw notPacked(`it is more than ${archiveLimits.bytes} bytes. Make several archives`);
      yield chunk;
      this.#packing.packed(chunk.length);
    }
  }

  async #write(names: readonly string[], { stats }: HeldEntry, content: AsyncIterable<Uint8Array>): Promise<void> {
    const { count } = this.#packing;
    count.entries += 1;
    if (count.entries > archiveLimits.entries)
      throw notPacked(`it is more than ${archiveLimits.entries} files and folders. Make several archives`);
    const backslash = names.find((name) => name.includes("\\"));
    if (backslash !== undefined)
      throw notPacked(`the name ${showName(backslash)} would be a path to others. Rename it`);
    await this.#writer.add(names, stats, content);
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function notPacked(why: string): ConnectorError {
  return new ConnectorError("refused", `Nothing was packed: ${why}.`);
}

function wouldShow(path: string): ConnectorError {
  return notPacked(
    `${showName(path)} is kept from being read, and could be read from the archive. Name what stands beside it in paths; the ` +
      "person who runs this server decides with --deny what is kept",
  );
}
