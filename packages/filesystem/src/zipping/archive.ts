import { crc32 } from "node:zlib";
import { ConnectorError } from "@drawbridge/core";
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, type ZipFile } from "yauzl";
import type { OpenedFile } from "../reading/opened-file.ts";
import { archiveLimits } from "./archive-limits.ts";
import { ArchiveTree } from "./archive-tree.ts";
import type { ArchivedFile } from "./archived.ts";
import { assertBounded } from "./assert-bounded.ts";
import { breather } from "./breather.ts";
import { notUnpacked } from "./not-unpacked.ts";
import { OpenedFileReader } from "./opened-file-reader.ts";

/** A zip archive whose list was read, and found to be harmless as far as a list tells. */
export class Archive {
  readonly tree: ArchiveTree;
  /** Of all files together, unpacked. */
  readonly bytes: number;
  readonly #zip: ZipFile;

  private constructor(zip: ZipFile, tree: ArchiveTree, bytes: number) {
    this.#zip = zip;
    this.tree = tree;
    this.bytes = bytes;
  }

  /** Throws `invalid_input` for what is no archive, and `refused` for one that is not to be unpacked. */
  static async open(file: OpenedFile, mostFileBytes: number | undefined, signal: AbortSignal): Promise<Archive> {
    const size = Number(file.stats.size);
    try {
      const zip = await fromRandomAccessReaderPromise(new OpenedFileReader(file), size, {
        autoClose: false,
        lazyEntries: true,
        decodeStrings: false,
      });
      const breathe = breather(signal);
      const entries = await listed(zip, breathe);
      const bytes = assertBounded(entries, size, mostFileBytes);
      const tree = new ArchiveTree();
      for (const entry of entries) {
        tree.add(pathOf(entry), entry);
        await breathe();
      }
      return new Archive(zip, tree, bytes);
    } catch (error) {
      signal.throwIfAborted();
      throw damaged(error);
    }
  }

  /** A file's content, unpacked. Throws `invalid_input` where it is not what the list says. */
  async *content({ zipped, path }: ArchivedFile): AsyncGenerator<Buffer> {
    let [bytes, sum] = [0, 0];
    try {
      for await (const chunk of await this.#zip.openReadStreamPromise(zipped)) {
        bytes += chunk.length;
        if (bytes > zipped.uncompressedSize) break;
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (error) {
      throw damaged(error, path);
    }
    if (bytes !== zipped.uncompressedSize)
      throw notUnpacked("invalid_input", "has another size than it says.", { entry: path });
    if (sum !== zipped.crc32) throw notUnpacked("invalid_input", "is damaged: its checksum is wrong.", { entry: path });
  }
}

async function listed(zip: ZipFile, breathe: () => Promise<void>): Promise<Entry[]> {
  const { entries: most, listBytes } = archiveLimits;
  if (zip.entryCount > most) throw notUnpacked("refused", `has ${zip.entryCount} entries, and ${most} are the most.`);
  const entries: Entry[] = [];
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    await breathe();
    bytes += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (bytes > listBytes) throw notUnpacked("refused", `has a list of entries longer than ${listBytes} bytes.`);
    entries.push(entry);
  }
  return entries;
}

/** By the entry's own flag in UTF-8 or the code page of old, and with backslashes as they are, to be refused. */
function pathOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

function damaged(error: unknown, entry?: string): unknown {
  if (ConnectorError.is(error)) return error;
  const said = (error as Error).message.replace(/\.+$/, "").slice(0, 200);
  return notUnpacked("invalid_input", `is damaged, or no zip archive: ${said}. Have it made or fetched anew.`, {
    cause: error,
    ...(entry === undefined ? {} : { entry }),
  });
}
