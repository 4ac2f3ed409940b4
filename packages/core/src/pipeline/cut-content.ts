import type { ContentPart } from "../define/content.ts";
import { fenceBytes } from "../fence/nonce-fence.ts";
import { answerHeader } from "../serving/answer-header.ts";
import { contentHeader } from "../serving/content-header.ts";
import { firstBytes } from "./first-bytes.ts";
import { partText } from "./part-text.ts";
import type { ContentReply } from "./reply.ts";
import { withText } from "./with-text.ts";

/** A reply as it fits, with its header, and how large its texts are then with all that comes with them. */
interface CutContent {
  readonly reply: ContentReply;
  readonly bytes: number;
}

/**
 * A content reply with no more text than the budget has room for; `truncated` says how much is left out. A text can be cut
 * and still be of use; the facts about it cannot.
 *
 * @param tooLarge throws, for a reply whose facts alone are over the budget
 */
export function cutContent(reply: ContentReply, most: number, tooLarge: (bytes: number) => never): CutContent {
  const texts = reply.parts.reduce((sum, part) => sum + Buffer.byteLength(partText(part)), 0);
  const header = contentHeader(reply);
  const whole = texts + bytesAround(reply, header);
  if (whole <= most) return { reply: { ...reply, header }, bytes: whole };
  const kept = bytesAround({ ...reply, facts: { ...reply.facts, truncated: `${texts} bytes left out` } });
  if (kept > most) tooLarge(kept);
  let left = most - kept;
  const parts = reply.parts.map((part) =>
    withText(part, (text) => {
      const begin = firstBytes(text, left);
      left -= Buffer.byteLength(begin);
      return begin;
    }),
  );
  const shown = most - kept - left;
  const facts = { ...reply.facts, truncated: `${texts - shown} bytes left out` };
  return { reply: { ...reply, facts, parts }, bytes: most - left };
}

const gap = "\n\n".length;

/** What comes with the texts of an answer: headers, the marks of the fence, addresses, and what stands between. */
function bytesAround(reply: ContentReply, first = contentHeader(reply)): number {
  const { parts } = reply;
  let sum = parts.length === 0 ? Buffer.byteLength(first) : -gap;
  for (const [index, part] of parts.entries()) {
    const header = Buffer.byteLength(index === 0 ? first : answerHeader(part.facts ?? {}));
    const marks = bytesOfMarks(part);
    sum += header + marks + (header > 0 && marks > 0 ? gap : 0) + gap;
  }
  return sum;
}

function bytesOfMarks(part: ContentPart): number {
  if ("text" in part) return part.text === "" ? 0 : fenceBytes;
  return "resource" in part ? Buffer.byteLength(part.resource.uri) : 0;
}
