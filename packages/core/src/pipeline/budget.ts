import { ConnectorError } from "../errors/connector-error.ts";
import { fenceBytes } from "../fence/nonce-fence.ts";
import { answerHeader } from "../serving/answer-header.ts";
import type { Call } from "./call.ts";
import type { ContentReply, ListReply, Reply } from "./reply.ts";
import type { Stage } from "./stage.ts";

/** In bytes. */
const longestMessage = 4096;

const cutMark = " … (cut)";

/** Resources are exact, so that they cannot be cut; their bound is what a host can take in, not what a model can. */
const largestResource = 1_400_000;

/** Lets nothing over the byte budget leave, and says what was left out. Tools that page never come near it. */
export const budget: Stage = async (call, next) => {
  let reply: Reply;
  try {
    reply = await next();
  } catch (error) {
    const most = Math.min(longestMessage, call.runtime.maxResultBytes);
    if (!ConnectorError.is(error) || Buffer.byteLength(error.message) <= most) throw error;
    throw error.withMessage(firstBytes(error.message, most - Buffer.byteLength(cutMark)) + cutMark);
  }
  if (reply.kind === "content") return cut(call, reply);
  if (reply.kind === "list") return shortened(reply, call.runtime.maxResultBytes);
  const bytes = bytesOfReply(reply);
  const most = reply.kind === "resource" ? largestResource : call.runtime.maxResultBytes;
  if (bytes > most) throw tooLarge(call, bytes, most);
  call.bytes = bytes;
  return reply;
};

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

function bytesOfReply(reply: Exclude<Reply, ContentReply | ListReply>): number {
  switch (reply.kind) {
    case "resource":
      return typeof reply.body === "string"
        ? Buffer.byteLength(JSON.stringify(reply.body))
        : Math.ceil(reply.body.length / 3) * 4;
    case "question":
    case "prompt":
      return Buffer.byteLength(reply.text);
    case "record":
      return Buffer.byteLength(JSON.stringify(reply.record));
  }
}

/** A text can be cut and still be of use; a record, or the facts about a text, cannot. */
function cut(call: Call, reply: ContentReply): ContentReply {
  const most = call.runtime.maxResultBytes;
  const texts = reply.parts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  call.bytes = texts + bytesAround(reply);
  if (call.bytes <= most) return reply;
  const saying = { ...reply, facts: { ...reply.facts, truncated: `${texts} bytes left out` } };
  const kept = bytesAround(saying);
  if (kept > most) throw tooLarge(call, kept, most);
  let left = most - kept;
  const parts = reply.parts.map((part) => {
    const text = firstBytes(part.text, left);
    left -= Buffer.byteLength(text);
    return { ...part, text };
  });
  call.bytes = most - left;
  const shown = most - kept - left;
  return { ...reply, facts: { ...reply.facts, truncated: `${texts - shown} bytes left out` }, parts };
}

/** As much of a text as so many bytes hold, in whole characters. */
function firstBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  // A stream's decoder holds back the character that the cut went through.
  return new TextDecoder().decode(Buffer.from(text).subarray(0, bytes), { stream: true });
}

const gap = "\n\n".length;

/** What comes with the texts of an answer: headers, the marks of the fence, and what stands between. */
function bytesAround({ facts, parts }: ContentReply): number {
  const [first = { text: "" }, ...rest] = parts;
  const sections = [{ ...first, facts: { ...facts, ...first.facts } }, ...rest].map((part) => {
    const header = Buffer.byteLength(answerHeader(part.facts ?? {}));
    const marks = part.text === "" ? 0 : fenceBytes;
    return header + marks + (header > 0 && marks > 0 ? gap : 0);
  });
  return sections.reduce((sum, bytes) => sum + bytes + gap, -gap);
}

function tooLarge({ operation }: Call, bytes: number, most: number): ConnectorError {
  const advice =
    operation.kind === "resource"
      ? "Read it in parts with a tool instead."
      : "Ask for less, or let a person raise --max-result-bytes.";
  return new ConnectorError(
    "refused",
    `${operation.name} answered ${bytes} bytes, over the limit of ${most}. ${advice}`,
  );
}
