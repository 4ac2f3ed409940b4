import { ConnectorError, type Content, type ContentPart, largestMedia, type ToolContext } from "@drawbridge/core";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import { unknownNodes } from "../client/unknown-nodes.ts";
import { fetchImage } from "./fetch-image.ts";

interface RenderInput {
  readonly file: string;
  readonly nodes?: readonly string[] | undefined;
  readonly format: "png" | "jpg" | "svg" | "pdf";
  readonly scale: number;
}

const mimeTypes = { png: "image/png", jpg: "image/jpeg" } as const;

/** Has Figma render nodes, and brings the pictures. */
export async function renderNodes(input: RenderInput, context: ToolContext<FigmaClient>): Promise<Content> {
  const { client } = context;
  const { key, node, version } = client.remote(input.file, "drawn pictures (figma_download brings the images in it)");
  const ids = input.nodes ?? (node === undefined ? undefined : [node]);
  if (ids === undefined)
    throw new ConnectorError("invalid_input", "Name nodes to render, or give an address with a node-id.");
  const { format, scale } = input;
  const { images } = await client.api(callOf(context)).images(key, ids, {
    ...{ format, ...(format === "svg" || format === "pdf" ? {} : { scale }) },
    ...(version === undefined ? {} : { version }),
  });
  const rendered = ids.flatMap((id) => (typeof images[id] === "string" ? [[id, images[id]] as const] : []));
  const failed = ids.filter((id) => typeof images[id] !== "string");
  if (rendered.length === 0) throw unknownNodes(`File ${key}, or Figma's renderer,`, failed);
  const parts: ContentPart[] = [];
  let left = largestMedia;
  for (const [id, url] of rendered) {
    context.progress(parts.length, ids.length, `Fetching ${id}`);
    const bytes = await fetchImage(client.images, url, context.signal);
    if (format !== "svg") left -= bytes.length;
    if (left < 0) throw tooLarge(id, bytes.length);
    parts.push({ ...partOf(format, bytes, { key, id }), facts: { node: id, bytes: bytes.length } });
  }
  return { facts: { file: key, format, not_rendered: failed.length > 0 ? failed.join(", ") : undefined }, parts };
}

function partOf(format: RenderInput["format"], bytes: Buffer, { key, id }: { key: string; id: string }): ContentPart {
  if (format === "svg") return { text: bytes.toString("utf8") };
  if (format !== "pdf") return { media: bytes, mimeType: mimeTypes[format] };
  return { resource: { uri: `figma://${key}/nodes/${id}.pdf`, mimeType: "application/pdf", body: bytes } };
}

function tooLarge(id: string, bytes: number): ConnectorError {
  return new ConnectorError(
    "invalid_input",
    `The picture of ${id} has ${bytes} bytes, and pictures of one answer may have ${largestMedia} together. Ask for a smaller scale, for jpg, or for fewer nodes, or use figma_download.`,
  );
}
