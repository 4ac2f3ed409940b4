import { ConnectorError, readVisible } from "@drawbridge/core";
import { allFailures } from "./all-failures.ts";
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
  /** Which of a call's it is, where there are several. */
  readonly number?: number | undefined;
}

/** What is asked and said of edits besides. */
export interface EditingText {
  /** Asked of each match before it is replaced; throws where that must not be. */
  readonly assertMay?: ((text: string, found: readonly number[], length: number) => void) | undefined;
  /** Said where a text stands nowhere. */
  readonly hint?: string;
  /** How many failures are still explained at length, which takes time in a long text; counted down. */
  readonly explained?: { left: number };
}

/**
 * Applies edits in their order, each to what the one before it left. Line ends are matched as the file has them, and
 * written so; white space is never ignored.
 *
 * @throws ConnectorError `invalid_input` for what matches nowhere, with the nearest lines, or in several places, with all; of
 *   several that fail it tells each, and the others are made before it nonetheless
 */
export function editText(text: string, edits: readonly Edit[], editing: EditingText = {}): string {
  const applying = { explained: { left: 1 }, ...editing, ending: lineEnding(text) };
  const failures: ConnectorError[] = [];
  let edited = text;
  for (const edit of edits) {
    try {
      edited = applyOne(edited, edit, applying);
    } catch (error) {
      if (!ConnectorError.is(error)) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw allFailures(failures);
  return edited;
}

interface Applying extends EditingText {
  readonly ending: Ending;
  readonly explained: { left: number };
}

function applyOne(text: string, edit: Edit, { ending, assertMay, hint = "", explained }: Applying): string {
  const which = edit.number === undefined ? "" : `Edit ${edit.number}: `;
  if (edit.old === "")
    throw new ConnectorError(
      "invalid_input",
      `${which}old is empty. To add to a file's end use fs_write with mode append.`,
    );
  const { found, old, replacement } = match(text, edit, ending);
  if (found.length === 0) {
    const why = explained.left-- > 0 ? explainNoMatch(text, edit.old) + hint : "old does not stand in the file.";
    throw new ConnectorError("invalid_input", which + why);
  }
  if (found.length >= mostFound)
    throw new ConnectorError("invalid_input", `${which}old stands in a million places or more. Give more text.`);
  if (overlap(found, old.length)) {
    throw new ConnectorError(
      "invalid_input",
      `${which}old overlaps with itself in the file. Give more of what stands around it.`,
    );
  }
  if (found.length > 1 && edit.all !== true) {
    const where = explained.left-- > 0 ? explainSeveral(text, found) : `old stands in ${found.length} places.`;
    throw new ConnectorError("invalid_input", which + where);
  }
  if (old === replacement) throw new ConnectorError("invalid_input", `${which}old and new are the same.`);
  assertMay?.(text, found, old.length);
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
