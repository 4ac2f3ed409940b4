import { diffWordsWithSpace } from "diff";

/** Changes of words beyond which a text counts as another. */
const mostEdits = 400;

/** Characters of what stayed that are shown around a change, and of a whole difference. */
const context = 30;
const longest = 1200;

/** The difference of two texts word by word: `The [-old-]{+new+} words`. */
export function compareText(from: string, to: string): string {
  const parts = diffWordsWithSpace(from, to, { maxEditLength: mostEdits });
  if (parts === undefined) return `${from.length} characters became ${to.length} others: ${shortened(to, longest / 4)}`;
  const told = parts.map(({ value, added, removed }, index) => {
    if (added) return `{+${value}+}`;
    if (removed) return `[-${value}-]`;
    return kept(value, index === 0, index === parts.length - 1);
  });
  return shortened(told.join(""), longest);
}

/** What stayed, without its middle; before the first change only its end, after the last only its beginning. */
function kept(text: string, isFirst: boolean, isLast: boolean): string {
  const before = isFirst ? 0 : context;
  const after = isLast ? 0 : context;
  if (text.length <= before + after + 10) return text;
  return `${whole(text.slice(0, before))}…${after === 0 ? "" : whole(text.slice(-after))}`;
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${whole(text.slice(0, most))}…`;
}

/** Without the half of a character that a cut left at either end. */
function whole(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, "").replace(/^[\uDC00-\uDFFF]/, "");
}
