import { ConnectorError, type HeldDirectory, type HeldEntry } from "@drawbridge/core";
import type { Standing } from "../changing/places/place.ts";
import type { Files } from "../files.ts";
import { isTemporary } from "../paths/is-temporary.ts";
import { showName } from "../paths/show-name.ts";
import { shownPath } from "../paths/shown-path.ts";
import { chunksOf } from "../reading/chunks-of.ts";
import { OpenedFile } from "../reading/opened-file.ts";
import { tooLarge } from "../reading/too-large.ts";
import type { Root } from "../roots/root.ts";
import { Tree } from "../walking/tree.ts";
import { archiveLimits } from "./archive-limits.ts";
import { ArchiveWriter } from "./archive-writer.ts";
import type { PackCount } from "./pack-count.ts";

interface Packing {
  readonly signal: AbortSignal;
  readonly count: PackCount;
  packed(bytes: number): void;
}

/** Where an entry stands, and where it goes. */
interface Spot {
  readonly root: Root;
  /** The way from the root. */
  readonly names: readonly string[];
  /** The way in the archive. */
  readonly packedAs: readonly string[];
}

/** Puts files and folders into an archive, each opened by the walk that found it, and counts what it leaves out. */
export class Packer {
  readonly #files: Files;
  readonly #packing: Packing;
  readonly #writer: ArchiveWriter;

  /** @param descriptor the archive, open for writing */
  constructor(files: Files, descriptor: number, packing: Packing) {
    this.#files = files;
    this.#packing = packing;
    this.#writer = new ArchiveWriter(descriptor);
  }

  /** Packs an entry with all that is in it, under its own name. Throws `refused` for what must not be read. */
  async pack({ root, names, name, parent, path, entry }: Standing): Promise<void> {
    await this.#add(parent, { root, names, packedAs: [name] });
    if (!entry.stats.isDirectory()) return;
    using folder = entry.intoDirectory();
    const everything = { hidden: true, toTheBottom: true, ignoring: undefined, after: undefined };
    const tree = new Tree({ ...everything, depth: archiveLimits.depth - 1, signal: this.#packing.signal });
    for await (const inner of tree.entries(folder, path)) {
      // The archive itself may be among them, and what others are at: it is no part of the folder yet.
      if (inner.names.some(isTemporary)) continue;
      const spot = { root, names: [...names, ...inner.names], packedAs: [name, ...inner.names] };
      await this.#add(inner.parent, spot);
    }
    this.#packing.count.leftOut.unreadable += tree.unreadable;
  }

  /** Returns the SHA-256 of the archive. */
  finish(): Promise<string> {
    return this.#writer.finish();
  }

  async #add(parent: HeldDirectory, spot: Spot): Promise<void> {
    const { root, names } = spot;
    if (this.#files.denies({ root, names, asked: names })) throw wouldShow(shownPath(root, names));
    using entry = this.#step(parent, names);
    if (entry === undefined) return;
    const { stats } = entry;
    if (stats.isSymbolicLink()) this.#packing.count.leftOut.links += 1;
    else if (stats.isDirectory()) await this.#write(spot, entry, nothing());
    else if (stats.isFile()) await this.#addFile(spot, entry);
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

  async #addFile(spot: Spot, entry: HeldEntry): Promise<void> {
    const { root, names } = spot;
    const path = shownPath(root, names);
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
    using file = new OpenedFile({ descriptor, stats: entry.stats, root, names, path });
    await this.#write(spot, entry, this.#counted(file));
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

  async #write({ packedAs }: Spot, { stats }: HeldEntry, content: AsyncIterable<Uint8Array>): Promise<void> {
    const { count } = this.#packing;
    count.entries += 1;
    if (count.entries > archiveLimits.entries)
      throw notPacked(`it is more than ${archiveLimits.entries} files and folders. Make several archives`);
    const backslash = packedAs.find((name) => name.includes("\\"));
    if (backslash !== undefined)
      throw notPacked(`the name ${showName(backslash)} would be a path to others. Rename it`);
    await this.#writer.add(packedAs, stats, content);
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
