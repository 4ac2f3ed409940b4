import { deflateRawSync } from "node:zlib";
import { assembleCanvasFig, createEmptyFigDoc, createFigZip, encodeFigParts } from "openfig-core";

/** A node as the file stores it, which a hostile one may write as it likes. */
export type NodeChange = Readonly<Record<string, unknown>>;

interface Packed {
  /** What stands for the packed schema. */
  readonly schema?: Uint8Array;
  /** What stands for the packed message. */
  readonly message?: Uint8Array;
  /** What nodes refer to by number. */
  readonly blobs?: readonly Uint8Array[];
}

/** A drawing of these nodes. */
export function canvasOf(nodes: readonly NodeChange[], { schema, message, blobs = [] }: Packed = {}): Uint8Array {
  const file = createEmptyFigDoc();
  file.message.nodeChanges = nodes;
  file.message.blobs = blobs.map((bytes) => ({ bytes }));
  const { messageRaw, schemaCompressed, prelude, version } = encodeFigParts(file);
  return assembleCanvasFig({
    prelude,
    version,
    schemaCompressed: schema ?? schemaCompressed,
    messageCompressed: message ?? new Uint8Array(deflateRawSync(messageRaw)),
  });
}

/** An archive with the drawing in it, or with none. */
export function zipOf(canvas: Uint8Array | undefined): Uint8Array {
  const zip = createFigZip({ canvasFig: canvas ?? new Uint8Array(4), meta: { file_name: "Made" } });
  if (canvas !== undefined) return zip;
  return Buffer.from(Buffer.from(zip).toString("latin1").replaceAll("canvas.fig", "picture.pn"), "latin1");
}
