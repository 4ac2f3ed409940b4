import { ConnectorError, readVisible } from "@drawbridge/core";
import { explainNoMatch } from "./explain-no-match.ts";
import { explainSeveral } from "./explain-several.ts";
import { lineEnding } from "./line-ending.ts";
import { mostFound, occurrences } from "./occurrences.ts";
import { withLineEnding } from "./with-line-ending.ts";

/** One replacement: exact text, which must stand in one place alone unless all are meant. */
export interface Edit {
  readonly old: string;
  readonly new: string;
  readonly all?: boolean | undefined;
}

/**
 * Applies edits in their order, each to what the one before it left. Line ends are matched as the file has them, and
 * written so; white space is never ignored.
 *
 * @param assertMay asked of each match before it is replaced
 * @throws ConnectorError `invalid_input` for what matches nowhere, with the nearest lines, or in several places, with all
 */
export function editText(text: string, edits: readonly Edit[], assertMay: AssertMay = () => {}): string {
  const ending = lineEnding(text);
  return edits.reduce((edited, edit, index) => {
    const which = edits.length === 1 ? "" : `Edit ${index + 1}: `;
    return applyOne(edited, edit, { ending, which, assertMay });
  }, text);
}

/** Throws where what was found may not be replaced. */
type AssertMay = (text: string, found: readonly number[], length: number) => void;

interface Applying {
  readonly ending: Ending;
  readonly which: string;
  readonly assertMay: AssertMay;
}

function applyOne(text: string, edit: Edit, { ending, which, assertMay }: Applying): string {
  if (edit.old === "")
    throw new ConnectorError(
      "invalid_input",
      `${which}old is empty. To add to a file's end use fs_write with mode append.`,
    );
  const { found, old, replacement } = match(text, edit, ending);
  if (found.length === 0) throw new ConnectorError("invalid_input", which + explainNoMatch(text, edit.old));
  if (found.length >= mostFound)
    throw new ConnectorError("invalid_input", `${which}old stands in a million places or more. Give more text.`);
  if (overlap(found, old.length)) {
    throw new ConnectorError(
      "invalid_input",
      `${which}old overlaps with itself in the file. Give more of what stands around it.`,
    );
  }
  if (found.length > 1 && edit.all !== true)
    throw new ConnectorError("invalid_input", which + explainSeveral(text, found));
  if (old === replacement) throw new ConnectorError("invalid_input", `${which}old and new are the same.`);
  assertMay(text, found, old.length);
  return replaceAt(text, found, old.length, replacement);
}

type Ending = ReturnType<typeof lineEnding>;

interface Match {
  readonly found: readonly number[];
  readonly old: string;
  readonly replacement: string;
}

/** Tried as given, then with the file's line ends, then with what was shown in visible escapes turned back. */
function match(text: string, edit: Edit, ending: Ending): Match {
  const shown = { old: readVisible(edit.old), new: readVisible(edit.new) };
  const attempts = [
    { old: edit.old, new: edit.new },
    { old: withLineEnding(edit.old, ending), new: edit.new },
    shown,
    { old: withLineEnding(shown.old, ending), new: shown.new },
  ];
  for (const { old, new: replacement } of attempts) {
    const all = occurrences(text, old);
    const found = all.length < mostFound ? all.filter((position) => !isHalfEnding(text, position)) : all;
    if (found.length > 0) return { found, old, replacement: withLineEnding(replacement, endingOf(old) ?? ending) };
  }
  return { found: [], old: edit.old, replacement: edit.new };
}

/** The second half of a line end alone is never meant: what replaced it would leave the first behind. */
function isHalfEnding(text: string, position: number): boolean {
  return text[position] === "\n" && text[position - 1] === "\r";
}

/** In a file of mixed line ends, what is replaced says which are meant. */
function endingOf(old: string): "\n" | "\r\n" | undefined {
  return old.includes("\n") ? lineEnding(old) : undefined;
}

function overlap(found: readonly number[], length: number): boolean {
  return found.some((position, index) => index > 0 && position < (found[index - 1] ?? 0) + length);
}

function replaceAt(text: string, found: readonly number[], length: number, replacement: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const position of found) {
    parts.push(text.slice(end, position), replacement);
    end = position + length;
  }
  parts.push(text.slice(end));
  return parts.join("");
}
