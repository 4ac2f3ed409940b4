import type { ContentBlock } from "@modelcontextprotocol/server";
import type { Part } from "../define/content.ts";
import type { Provenance } from "./provenance.ts";

/** A part in the protocol's words. */
export function contentBlock(part: Part, provenance: Provenance): ContentBlock {
  if ("text" in part) return { type: "text", text: part.text };
  if ("media" in part) {
    const { media, mimeType } = part;
    return { type: mimeType.startsWith("audio/") ? "audio" : "image", data: base64(media), mimeType };
  }
  const { uri, mimeType, body } = part.resource;
  const content = typeof body === "string" ? { text: body } : { blob: base64(body) };
  return {
    type: "resource",
    resource: { uri, ...(mimeType === undefined ? {} : { mimeType }), ...content, _meta: { provenance } },
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64");
}
