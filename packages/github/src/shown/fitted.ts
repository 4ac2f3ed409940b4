import type { Page } from "@drawbridge/core";
import { type TextPart, takePart } from "./take-part.ts";

/** Takes room for a part, or for as much of its text's beginning as fits, which is told then: for what cannot be paged. */
export function fitted<Part extends TextPart>(part: Part, page: Page): Part {
  if (takePart(page, part)) return part;
  const facts = { ...part.facts, truncated: `the beginning of ${part.text.length} characters` };
  for (let most = Math.min(part.text.length, page.bytesLeft); most > 0; most = Math.floor(most / 2)) {
    // Not between the two halves of a character.
    const cut = { ...part, facts, text: part.text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "") };
    if (takePart(page, cut)) return cut;
  }
  return { ...part, facts, text: "" };
}
