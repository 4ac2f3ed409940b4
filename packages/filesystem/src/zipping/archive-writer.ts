import { createHash } from "node:crypto";
import { type BigIntStats, constants } from "node:fs";
import { Zip } from "fflate";
import { writeAll } from "../changing/disk/write-all.ts";
import { DeflatedEntry } from "./deflated-entry.ts";

const unix = 3;

/** Info-ZIP's extra field of times in seconds since 1970, of which this is the time of the last change alone. */
const timesField = 0x5455;
const modifiedOnly = 1;
const largestSeconds = 2 ** 31 - 1;

/** What the archive's own, older field of times can hold. */
const earliest = new Date(1980, 0, 1);
const latest = new Date(2099, 11, 31);

/** Writes an archive into an open file, entry by entry, in memory that does not grow with them. */
export class ArchiveWriter {
  readonly #descriptor: number;
  readonly #hash = createHash("sha256");
  readonly #pieces: Uint8Array[] = [];
  readonly #zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    this.#pieces.push(piece);
  });

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** Adds a file, or a folder without content, with permissions and time. */
  async add(names: readonly string[], stats: BigIntStats, content: AsyncIterable<Uint8Array>): Promise<void> {
    const entry = new DeflatedEntry(`${names.join("/")}${stats.isDirectory() ? "/" : ""}`);
    entry.os = unix;
    // Bits that lend the owner's rights stay behind.
    entry.attrs = (Number(stats.mode & BigInt(constants.S_IFMT | 0o777)) << 16) >>> 0;
    entry.mtime = new Date(Math.min(Math.max(Number(stats.mtimeMs), +earliest), +latest));
    entry.extra = { [timesField]: timesOf(stats) };
    this.#zip.add(entry);
    await entry.fill(content, () => this.#flush());
  }

  /** Writes the list of what is in it. Returns the SHA-256 of the archive. */
  async finish(): Promise<string> {
    this.#zip.end();
    await this.#flush();
    return this.#hash.digest("hex");
  }

  async #flush(): Promise<void> {
    for (const piece of this.#pieces.splice(0)) {
      this.#hash.update(piece);
      await writeAll(this.#descriptor, piece);
    }
  }
}

function timesOf({ mtimeNs }: BigIntStats): Uint8Array {
  const seconds = Math.min(Math.max(Number(mtimeNs / 1_000_000_000n), -largestSeconds), largestSeconds);
  const field = Buffer.alloc(5, modifiedOnly);
  field.writeInt32LE(seconds, 1);
  return field;
}
