import type { ContentPart, Facts } from "../define/content.ts";
import { fenceBytes } from "../fence/nonce-fence.ts";
import { partText } from "./part-text.ts";
import type { ContentReply } from "./reply.ts";
import { withText } from "./with-text.ts";

/** How large a reply's text is with all that comes with it, and the reply as it fits. */
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
  const kept = bytesOfFacts(reply.facts) + reply.parts.reduce((sum, part) => sum + bytesAround(part), 0);
  if (kept > most) tooLarge(kept);
  const whole = reply.parts.reduce((sum, part) => sum + Buffer.byteLength(partText(part)), kept);
  if (whole <= most) return { reply, bytes: whole };
  let left = most - kept;
  let truncated = 0;
  const parts = reply.parts.map((part) => {
    const bytes = Buffer.byteLength(partText(part));
    const room = Math.min(bytes, left);
    left -= room;
    if (room === bytes) return part;
    return withText(part, (text) => {
      // A stream's decoder holds back the character that the cut went through.
      const begin = new TextDecoder().decode(Buffer.from(text).subarray(0, room), { stream: true });
      truncated += bytes - Buffer.byteLength(begin);
      return begin;
    });
  });
  const facts = { ...reply.facts, truncated: `${truncated} bytes left out` };
  return { reply: { ...reply, facts, parts }, bytes: most - left };
}

/** What comes with a text: its own header, and the marks of the fence or the address of the resource. */
function bytesAround(part: ContentPart): number {
  return bytesOfFacts(part.facts) + bytesOfMarks(part);
}

function bytesOfMarks(part: ContentPart): number {
  if ("text" in part) return part.text === "" ? 0 : fenceBytes;
  return "resource" in part ? Buffer.byteLength(part.resource.uri) : 0;
}

function bytesOfFacts(facts: Facts | undefined): number {
  return facts === undefined ? 0 : Buffer.byteLength(JSON.stringify(facts)) - "{}".length;
}
