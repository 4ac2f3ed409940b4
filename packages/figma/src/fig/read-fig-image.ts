import { basename } from "node:path";
import { promisify } from "node:util";
import { ConnectorError } from "@drawbridge/core";
import yauzl from "yauzl";

/** As much as Figma takes of one picture, and more. */
const largestImage = 64 * 1024 * 1024;
const mostEntries = 100_000;

type OpenStream = (entry: yauzl.Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void;

/**
 * The bytes of a picture that fills layers of a `.fig` or `.jam` file: PNG, JPEG, GIF or WebP, as it was placed. The layers
 * themselves are drawn by Figma alone: nothing here renders a local file.
 *
 * @param ref its `imageRef`: the file keeps it under that name
 */
export async function readFigImage(path: string, ref: string, signal: AbortSignal): Promise<Buffer> {
  const zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, {
    lazyEntries: true,
    autoClose: false,
  }).catch((cause: unknown) => {
    throw new ConnectorError("not_found", `${basename(path)} has no pictures: it is no archive of Figma's.`, { cause });
  });
  try {
    return await readImage(zip, await findEntry(zip, ref, signal), signal);
  } catch (error) {
    signal.throwIfAborted();
    if (ConnectorError.is(error)) throw error;
    throw new ConnectorError(
      "invalid_input",
      `The archive of ${basename(path)} is broken: ${(error as Error).message}`,
    );
  } finally {
    zip.close();
  }
}

function findEntry(zip: yauzl.ZipFile, ref: string, signal: AbortSignal): Promise<yauzl.Entry> {
  const missing = () => new ConnectorError("not_found", `There is no picture ${ref} in the file.`);
  return new Promise((resolve, reject) => {
    let seen = 0;
    zip.on("error", reject);
    zip.on("end", () => reject(missing()));
    zip.on("entry", (entry: yauzl.Entry) => {
      seen += 1;
      if (entry.fileName === `images/${ref}`) resolve(entry);
      else if (seen > mostEntries || signal.aborted) reject(signal.aborted ? signal.reason : missing());
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

/** yauzl ends an entry that inflates to more than it claims. */
async function readImage(zip: yauzl.ZipFile, entry: yauzl.Entry, signal: AbortSignal): Promise<Buffer> {
  if (entry.uncompressedSize > largestImage)
    throw new ConnectorError("refused", `The picture is over ${largestImage / 1024 / 1024} MiB.`);
  const stream = await promisify(zip.openReadStream.bind(zip) as OpenStream)(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    signal.throwIfAborted();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
