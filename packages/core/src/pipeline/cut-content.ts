import type { ContentPart } from "../define/content.ts";
import { fenceBytes } from "../fence/nonce-fence.ts";
import { answerHeader } from "../serving/answer-header.ts";
import { firstBytes } from "./first-bytes.ts";
import { partText } from "./part-text.ts";
import type { ContentReply } from "./reply.ts";
import { withText } from "./with-text.ts";

/** A reply as it fits, and how large its texts are then with all that comes with them. */
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
  const whole = texts + bytesAround(reply);
  if (whole <= most) return { reply, bytes: whole };
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
function bytesAround({ facts, parts }: ContentReply): number {
  const [first = { text: "" }, ...rest] = parts;
  const sections = [{ ...first, facts: { ...facts, ...first.facts } }, ...rest].map((part) => {
    const header = Buffer.byteLength(answerHeader(part.facts ?? {}));
    const marks = bytesOfMarks(part);
    return header + marks + (header > 0 && marks > 0 ? gap : 0);
  });
  return sections.reduce((sum, bytes) => sum + bytes + gap, -gap);
}

function bytesOfMarks(part: ContentPart): number {
  if ("text" in part) return part.text === "" ? 0 : fenceBytes;
  return "resource" in part ? Buffer.byteLength(part.resource.uri) : 0;
}
