import type { Part } from "../define/content.ts";
import { largestMedia } from "../define/largest-media.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Call } from "./call.ts";
import { cutContent } from "./cut-content.ts";
import { firstBytes } from "./first-bytes.ts";
import { messageBytes } from "./message-bytes.ts";
import { messageParts } from "./message-parts.ts";
import { partBytes } from "./part-bytes.ts";
import type { ContentReply, ListReply, RecordReply, Reply } from "./reply.ts";
import type { Stage } from "./stage.ts";

/** In bytes. */
const longestMessage = 4096;

const cutMark = " … (cut)";

/** Resources are exact, so that they cannot be cut; their bound is what a host can take in, not what a model can. */
const largestResource = 1_400_000;

const mediaType = /^(?:image|audio)\/[\w.+-]+$/;

/** Lets nothing over the byte budget leave, and says what was left out. Tools that page never come near it. */
export const budget: Stage = async (call, next) => {
  let reply: Reply;
  try {
    reply = await next();
  } catch (error) {
    if (!ConnectorError.is(error)) throw error;
    // The code stands before the message.
    const most = Math.min(longestMessage, call.runtime.maxResultBytes - Buffer.byteLength(`${error.code}: `));
    if (Buffer.byteLength(error.message) <= most) throw error;
    throw error.withMessage(firstBytes(error.message, most - Buffer.byteLength(cutMark)) + cutMark);
  }
  if (reply.kind === "content") return fitted(call, reply);
  if (reply.kind === "record") return written(call, reply);
  if (reply.kind === "list") return shortened(reply, call.runtime.maxResultBytes);
  const media = reply.kind === "prompt" ? mediaOf(call, reply.messages.flatMap(messageParts)) : 0;
  const bytes = bytesOfReply(reply);
  const most = reply.kind === "resource" ? largestResource : call.runtime.maxResultBytes;
  assertFits(call, bytes, most);
  call.bytes = bytes + media;
  return reply;
};

/** What is measured is what is sent: it is written down once for both. */
function written(call: Call, reply: RecordReply): RecordReply {
  const text = JSON.stringify(reply.record);
  const bytes = Buffer.byteLength(text);
  assertFits(call, bytes, call.runtime.maxResultBytes);
  call.bytes = bytes;
  return { ...reply, text };
}

function fitted(call: Call, content: ContentReply): ContentReply {
  const most = call.runtime.maxResultBytes;
  const media = mediaOf(call, content.parts);
  const { reply, bytes } = cutContent(content, most, (least) => {
    throw tooLarge(call, least, most);
  });
  call.bytes = bytes + media;
  return reply;
}

/** Addresses and suggestions are for a person to pick from: fewer are better than none. */
function shortened({ kind, items, left = 0 }: ListReply, most: number): ListReply {
  let bytes = "[]".length;
  let fit = 0;
  for (const item of items) {
    bytes += Buffer.byteLength(JSON.stringify(item)) + 1;
    if (bytes > most) break;
    fit += 1;
  }
  return { kind, items: items.slice(0, fit), left: left + items.length - fit };
}

function bytesOfReply(reply: Exclude<Reply, ContentReply | RecordReply | ListReply>): number {
  switch (reply.kind) {
    case "resource":
      return typeof reply.body === "string"
        ? Buffer.byteLength(JSON.stringify(reply.body))
        : Math.ceil(reply.body.length / 3) * 4;
    case "question":
      return Buffer.byteLength(JSON.stringify(reply.questions));
    case "prompt":
      return reply.messages.reduce((sum, message) => sum + messageBytes(message), 0);
  }
}

/** How many bytes there are that are no text. Throws for more than a host can take in. */
function mediaOf(call: Call, parts: readonly Part[]): number {
  let bytes = 0;
  for (const part of parts) {
    if ("media" in part && !mediaType.test(part.mimeType)) throw new Error("A part is neither an image nor a sound");
    bytes += partBytes(part)?.length ?? 0;
  }
  assertFits(call, bytes, largestMedia);
  return bytes;
}

function assertFits(call: Call, bytes: number, most: number): void {
  if (bytes > most) throw tooLarge(call, bytes, most);
}

function tooLarge({ operation }: Call, bytes: number, most: number): ConnectorError {
  return new ConnectorError(
    "refused",
    `${operation.name} answered ${bytes} bytes, over the limit of ${most}. ${adviceFor(operation.kind, most)}`,
  );
}

function adviceFor(kind: Call["operation"]["kind"], most: number): string {
  if (kind === "resource") return "Read it in parts with a tool instead.";
  if (most === largestMedia) return "Ask for fewer or smaller images and sounds.";
  return "Ask for less, or let a person raise --max-result-bytes.";
}
