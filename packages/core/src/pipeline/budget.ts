import type { ContentPart, Facts } from "../define/content.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { fenceBytes } from "../fence/nonce-fence.ts";
import type { Call } from "./call.ts";
import type { ContentReply, ListReply, Reply } from "./reply.ts";
import type { Stage } from "./stage.ts";

const longestMessage = 4096;

/** Resources are exact, so that they cannot be cut; their bound is what a host can take in, not what a model can. */
const largestResource = 1_400_000;

/** Lets nothing over the byte budget leave, and says what was left out. Tools that page never come near it. */
export const budget: Stage = async (call, next) => {
  let reply: Reply;
  try {
    reply = await next();
  } catch (error) {
    if (!ConnectorError.is(error) || error.message.length <= longestMessage) throw error;
    throw error.withMessage(`${error.message.slice(0, longestMessage)} … (cut)`);
  }
  if (reply.kind === "content") return cut(call, reply);
  if (reply.kind === "list") return { ...reply, items: asManyAsFit(reply.items, call.runtime.maxResultBytes) };
  const bytes = bytesOf(reply);
  const most = reply.kind === "resource" ? largestResource : call.runtime.maxResultBytes;
  if (bytes > most) throw tooLarge(call, bytes, most);
  call.bytes = bytes;
  return reply;
};

/** Addresses and suggestions are for a person to pick from: fewer are better than none. */
function asManyAsFit(items: readonly unknown[], most: number): readonly unknown[] {
  let left = most - "[]".length;
  return items.filter((item) => {
    left -= Buffer.byteLength(JSON.stringify(item)) + 1;
    return left >= 0;
  });
}

function bytesOf(reply: Exclude<Reply, ContentReply | ListReply>): number {
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
  const kept = bytesOfFacts(reply.facts) + reply.parts.reduce((sum, part) => sum + bytesAround(part), 0);
  if (kept > most) throw tooLarge(call, kept, most);
  const whole = reply.parts.reduce((sum, { text }) => sum + Buffer.byteLength(text), kept);
  if (whole <= most) {
    call.bytes = whole;
    return reply;
  }
  let left = most - kept;
  let truncated = 0;
  const parts = reply.parts.map((part) => {
    const bytes = Buffer.byteLength(part.text);
    const room = Math.min(bytes, left);
    left -= room;
    if (room === bytes) return part;
    // A stream's decoder holds back the character that the cut went through.
    const text = new TextDecoder().decode(Buffer.from(part.text).subarray(0, room), { stream: true });
    truncated += bytes - Buffer.byteLength(text);
    return { ...part, text };
  });
  call.bytes = most - left;
  return { ...reply, facts: { ...reply.facts, truncated: `${truncated} bytes left out` }, parts };
}

/** What comes with a text: its own header, and the marks of the fence. */
function bytesAround({ facts, text }: ContentPart): number {
  return bytesOfFacts(facts) + (text === "" ? 0 : fenceBytes);
}

function bytesOfFacts(facts: Facts | undefined): number {
  return facts === undefined ? 0 : Buffer.byteLength(JSON.stringify(facts)) - "{}".length;
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
