import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import yauzl from "yauzl";
import { FigError } from "./fig-error.ts";

/** Of the drawing alone: pictures beside it are read when somebody asks for one. */
const largestCanvas = 256 * 1024 * 1024;
const largestMeta = 1024 * 1024;
const mostEntries = 100_000;

/** The parts of a saved file that say what is in it. */
export interface FigArchive {
  /** `canvas.fig`: Kiwi's schema and message, packed. */
  readonly canvas: Uint8Array;
  /** What `meta.json` says, where there is one. */
  readonly meta: unknown;
}

/** Reads a zip archive, as Figma saves them today, or the bare drawing, as it did before. */
export async function readArchive(path: string): Promise<FigArchive> {
  const zip = await openZip(path);
  if (zip === undefined) return { canvas: await readFile(path), meta: undefined };
  try {
    const parts = await readParts(zip);
    const canvas = parts.get("canvas.fig");
    if (canvas === undefined)
      throw new FigError("invalid_input", "The file is a zip archive without a canvas.fig in it.");
    return { canvas, meta: metaOf(parts.get("meta.json")) };
  } finally {
    zip.close();
  }
}

async function openZip(path: string): Promise<yauzl.ZipFile | undefined> {
  try {
    return await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, {
      lazyEntries: true,
      autoClose: false,
    });
  } catch (error) {
    if (/end of central directory/i.test((error as Error).message)) return undefined;
    throw new FigError("invalid_input", `The file's archive is broken: ${(error as Error).message}`);
  }
}

function readParts(zip: yauzl.ZipFile): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  return new Promise((resolve, reject) => {
    let seen = 0;
    const fail = (error: Error) =>
      reject(new FigError("invalid_input", `The file's archive is broken: ${error.message}`));
    zip.on("error", fail);
    zip.on("end", () => resolve(parts));
    zip.on("entry", (entry: yauzl.Entry) => {
      seen += 1;
      const name = entry.fileName.split("/").at(-1) ?? "";
      const most = name === "canvas.fig" ? largestCanvas : name === "meta.json" ? largestMeta : 0;
      if (seen > mostEntries) return reject(new FigError("refused", `The archive has over ${mostEntries} entries.`));
      if (most === 0 || parts.has(name)) return zip.readEntry();
      readEntry(zip, entry, most).then((bytes) => {
        parts.set(name, bytes);
        zip.readEntry();
      }, reject);
    });
    zip.readEntry();
  });
}

async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, most: number): Promise<Uint8Array> {
  // yauzl ends an entry that inflates to more than it claims.
  if (entry.uncompressedSize > most)
    throw new FigError("refused", `${entry.fileName} in the file is over ${most / 1024 / 1024} MiB.`);
  try {
    const stream = await promisify(zip.openReadStream.bind(zip) as OpenStream)(entry);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw new FigError("invalid_input", `The file's archive is broken: ${(error as Error).message}`);
  }
}

type OpenStream = (entry: yauzl.Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void;

function metaOf(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}
