import { ConnectorError } from "@drawbridge/core";

/** A stretch of a file that is replaced. */
export interface Edit {
  readonly old_text: string;
  readonly new_text: string;
}

/**
 * Replaces each stretch, which must stand in the text exactly once when its turn comes.
 *
 * @throws ConnectorError `invalid_input` that says where it stands, or what comes nearest
 */
export function applyEdits(text: string, edits: readonly Edit[], path: string): string {
  let edited = text;
  for (const [index, { old_text: old, new_text: replacement }] of edits.entries()) {
    const at = edited.indexOf(old);
    const where = `Edit ${index + 1} of ${path}`;
    if (at < 0)
      throw new ConnectorError("invalid_input", `${where}: old_text does not stand there. ${nearestLine(edited, old)}`);
    if (edited.includes(old, at + 1)) {
      const lines = linesWith(edited, old).join(", ");
      throw new ConnectorError(
        "invalid_input",
        `${where}: old_text stands there several times, at lines ${lines}. Take in more of what is around the one you mean.`,
      );
    }
    edited = edited.slice(0, at) + replacement + edited.slice(at + old.length);
  }
  return edited;
}

function linesWith(text: string, part: string): number[] {
  const lines: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && lines.length < 20; at = text.indexOf(part, at + 1)) {
    lines.push(text.slice(0, at).split("\n").length);
  }
  return lines;
}

/** Most misses differ in white space alone, or begin in the right place. */
function nearestLine(text: string, old: string): string {
  const plain = (line: string) => line.replace(/\s+/g, " ").trim();
  const wanted = old
    .split("\n")
    .map(plain)
    .find((line) => line.length > 2);
  const lines = text.split("\n");
  const at = wanted === undefined ? -1 : lines.findIndex((line) => plain(line).includes(wanted));
  if (at < 0) return "Read the file again with github_read: nothing like it was found.";
  return `Line ${at + 1} comes nearest: ${JSON.stringify(lines[at]?.slice(0, 200))}. Compare white space and what follows.`;
}
