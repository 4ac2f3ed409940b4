import { deflateRawSync } from "node:zlib";
import { zipSync } from "fflate";
import { assembleCanvasFig, createEmptyFigDoc, encodeFigParts } from "openfig-core";
import type { Design } from "../design.ts";
import { Expander } from "../expand.ts";
import { imageRef } from "../image-ref.ts";
import { rgba } from "../resolve-color.ts";
import { figLibrary } from "./fig-library.ts";
import { figNodes } from "./fig-node.ts";
import { guid, position } from "./guid.ts";

/** The page on which files keep what is not drawn. */
const hidden = "0:9999";
const saved = new Date(2026, 10, 2);

/** The design as a file that Figma would save, pictures and all. */
export function figFile(design: Design): Uint8Array {
  const file = createEmptyFigDoc();
  const expander = new Expander(design);
  file.message.nodeChanges = [
    { guid: guid("0:0"), phase: "CREATED", type: "DOCUMENT", name: "Document", visible: true, opacity: 1 },
    ...design.pages.flatMap(({ id, name, layers }, index) => [
      pageNode(id, name, index),
      ...layers.flatMap((layer, at) => figNodes(layer, id, at, { design, expander, file })),
    ]),
    { ...pageNode(hidden, "Internal Only Canvas", design.pages.length), internalOnly: true, visible: false },
    ...figLibrary(design, hidden),
  ];
  const { messageRaw, ...parts } = encodeFigParts(file);
  const canvas = assembleCanvasFig({ ...parts, messageCompressed: new Uint8Array(deflateRawSync(messageRaw)) });
  const pictures = [...design.images].map(([name, bytes]) => [`images/${imageRef(design, name)}`, bytes] as const);
  const meta = Buffer.from(JSON.stringify({ file_name: design.name }));
  // Of one design there is one file, byte by byte.
  return zipSync(
    { "canvas.fig": canvas, "meta.json": meta, ...Object.fromEntries(pictures) },
    { level: 0, mtime: saved },
  );
}

function pageNode(id: string, name: string, index: number) {
  return {
    guid: guid(id),
    phase: "CREATED",
    parentIndex: { guid: guid("0:0"), position: position(index) },
    type: "CANVAS",
    name,
    visible: true,
    opacity: 1,
    backgroundColor: rgba("#f5f5f5"),
    backgroundEnabled: true,
  };
}
