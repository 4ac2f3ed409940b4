import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { ImagePaint, Transform } from "@figma/rest-api-spec";
import { callOf } from "../client/call-of.ts";
import type { Figma } from "../client/figma.ts";
import { fetchImage } from "../rendering/fetch-image.ts";
import { cropImage } from "./crop-image.ts";
import { extensionOf } from "./extension-of.ts";
import { fileName } from "./file-name.ts";
import { type DownloadInput, type WantedPicture, wantedPictures } from "./wanted-pictures.ts";

interface Written {
  readonly node: string;
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly source: "rendered" | "image" | "cropped image";
  readonly note?: string;
}

interface Picture {
  readonly bytes: Buffer;
  readonly source: Written["source"];
  readonly note?: string;
}

/** Addresses of pictures: of what Figma rendered by node, of images by their reference. */
interface Addresses {
  /** The path of a file on this machine, which has its images in it. */
  readonly local: string | undefined;
  readonly rendered: Readonly<Record<string, string | null>>;
  readonly images: Readonly<Record<string, string>>;
}

/** Brings pictures of nodes and writes them below the download directory. */
export async function downloadNodes(input: DownloadInput, context: ToolContext<Figma>) {
  context.client.downloads.assertBelow(input.directory);
  const { key, version, local, pictures } = await wantedPictures(input, context);
  const addresses =
    local === undefined
      ? await addressesOf(key, version, pictures, input, context)
      : { local, rendered: {}, images: {} };
  const files: Written[] = [];
  const failed: { node: string; why: string }[] = [];
  for (const [index, picture] of pictures.entries()) {
    context.progress(index, pictures.length, `Fetching ${picture.node.name}`);
    try {
      files.push(await written(picture, addresses, input, context));
    } catch (error) {
      // What belongs to one picture does not keep the others from being written.
      if (context.signal.aborted || !ConnectorError.is(error)) throw error;
      failed.push({ node: picture.node.id, why: error.message });
    }
  }
  if (files.length === 0)
    throw new ConnectorError(
      "conflict",
      `Nothing was written. ${failed.map(({ node, why }) => `${node}: ${why}`).join(" ")}`,
    );
  return { directory: input.directory, files, failed };
}

async function written(
  wanted: WantedPicture,
  addresses: Addresses,
  { directory, overwrite }: DownloadInput,
  { client, signal }: ToolContext<Figma>,
): Promise<Written> {
  const { node } = wanted;
  const { bytes, source, note } = await pictureOf(wanted, addresses, client, signal);
  const file = fileName(node.name, node.id, extensionOf(bytes));
  client.downloads.write(directory, file, bytes, overwrite);
  const path = directory === "." || directory === "" ? file : `${directory.replace(/\/+$/, "")}/${file}`;
  return { node: node.id, name: node.name, path, bytes: bytes.length, source, ...(note === undefined ? {} : { note }) };
}

async function addressesOf(
  key: string,
  version: string | undefined,
  pictures: readonly WantedPicture[],
  { format, scale }: DownloadInput,
  context: ToolContext<Figma>,
): Promise<Addresses> {
  const api = context.client.api(callOf(context));
  const ids = pictures.flatMap(({ node, source }) => (source !== undefined && "render" in source ? [node.id] : []));
  const query = {
    ...{ format, ...(format === "svg" || format === "pdf" ? {} : { scale }) },
    ...(version === undefined ? {} : { version }),
  };
  const rendered = ids.length === 0 ? {} : (await api.images(key, ids, query)).images;
  const hasFills = pictures.some(({ source }) => source !== undefined && "fill" in source);
  const images = hasFills ? (await api.imageFills(key)).meta.images : {};
  return { local: undefined, rendered, images };
}

async function pictureOf(
  { node, source }: WantedPicture,
  { local, rendered, images }: Addresses,
  client: Figma,
  signal: AbortSignal,
): Promise<Picture> {
  if (source === undefined)
    throw new ConnectorError("not_found", `${node.name} is filled with no image. Render it instead.`);
  if (local !== undefined) {
    if ("fill" in source) return cropped(await client.local.image(local, source.fill.imageRef, signal), source.fill);
    throw new ConnectorError(
      "unavailable",
      `${node.name} would have to be drawn, which Figma alone does: of a file on this machine only images that fill layers are to be had (what: fill). Name the file at Figma by its key.`,
    );
  }
  if ("render" in source) {
    const address = rendered[node.id];
    if (typeof address !== "string")
      throw new ConnectorError(
        "not_found",
        `Figma has nothing to render of ${node.name}: it may be invisible or empty.`,
      );
    return { bytes: await fetchImage(client.images, address, signal), source: "rendered" };
  }
  const address = images[source.fill.gifRef ?? ""] ?? images[source.fill.imageRef];
  if (address === undefined)
    throw new ConnectorError(
      "not_found",
      `Figma no longer has the image of ${node.name}. Render it instead (what: render).`,
    );
  return cropped(await fetchImage(client.images, address, signal), source.fill);
}

/** Only a crop takes parts of an image away; how the rest lies in its layer is for the page to say. */
function cropped(bytes: Buffer, { scaleMode, imageTransform, rotation }: ImagePaint): Picture {
  const isCropped = scaleMode === "STRETCH" && imageTransform !== undefined && !isWhole(imageTransform);
  const part = isCropped ? cropImage(bytes, imageTransform) : undefined;
  if (part !== undefined) return { bytes: part, source: "cropped image" };
  const note = isCropped
    ? "It is cropped in the design, and its format is not cropped here: what: render gives it as it shows"
    : rotation !== undefined && rotation !== 0
      ? `It is turned by ${rotation} degrees in the design`
      : scaleMode === "TILE"
        ? "It is tiled in the design"
        : undefined;
  return { bytes, source: "image", ...(note === undefined ? {} : { note }) };
}

function isWhole([[a = 1, c = 0, e = 0] = [], [b = 0, d = 1, f = 0] = []]: Transform): boolean {
  return [a - 1, b, c, d - 1, e, f].every((part) => Math.abs(part) < 1e-4);
}
