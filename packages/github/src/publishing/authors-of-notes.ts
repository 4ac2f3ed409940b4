import { nobody } from "../trust/nobody.ts";

/** Lines that are GitHub's own: headings, empty ones, where all changes are, and by what the notes were configured. */
const own =
  /^(?:#+ .*|\*\*Full Changelog\*\*: \S+|<!-- Release notes generated using configuration in \S+ at \S+ -->|\s*)$/;

/** A title is anybody's, and may pretend to end like this: what GitHub wrote stands last. */
const credit = /^\* .* by @([\w-]+(?:\[bot\])?) in https?:\/\/\S+$/;
const welcome = /^\* @([\w-]+(?:\[bot\])?) made their first contribution in https?:\/\/\S+$/;

/**
 * Whose words stand in notes that GitHub generates: each line is the title of a pull request, with who opened it. Of a line that is
 * otherwise nobody stands for it.
 */
export function authorsOfNotes(notes: string): readonly string[] {
  const lines = notes.split(/\r?\n/).filter((line) => !own.test(line));
  return [...new Set(lines.map((line) => (welcome.exec(line) ?? credit.exec(line))?.[1] ?? nobody))];
}
