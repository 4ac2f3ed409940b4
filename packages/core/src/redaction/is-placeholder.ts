import { placeholderStart, placeholderTag } from "./placeholder.ts";

/** Kinds are a few words; looking further would let a text of brackets alone take quadratic time. */
const longest = 40;

/** Whether a placeholder of this process's own stands at this place of the text. */
export function isPlaceholder(text: string, offset: number): boolean {
  if (!text.startsWith(placeholderStart, offset)) return false;
  const start = offset + placeholderStart.length;
  const end = text.slice(start, start + longest).search(/[⟦⟧]/);
  return end >= 0 && text.slice(start, start + end + 1).endsWith(` ${placeholderTag()}⟧`);
}
