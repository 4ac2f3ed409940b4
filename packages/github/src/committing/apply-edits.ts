import { ConnectorError } from "@drawbridge/core";
import { nearestLines } from "./nearest-lines.ts";

/** A stretch of a file that is replaced. */
export interface Edit {
  readonly old_text: string;
  readonly new_text: string;
}

/** Places of a stretch that are told. */
const mostPlaces = 20;

/**
 * Replaces each stretch, which must stand in the text exactly once when its turn comes. In a file whose lines all end as on
 * Windows, line ends of edits are taken for those.
 *
 * @throws ConnectorError `invalid_input` that says where it stands, or what comes nearest
 */
export function applyEdits(text: string, edits: readonly Edit[], path: string): string {
  const ended = endingsOf(text);
  let edited = text;
  for (const [index, { old_text, new_text }] of edits.entries()) {
    const [old, replacement] = [ended(old_text), ended(new_text)];
    const places = placesOf(edited, old);
    const where = `Edit ${index + 1} of ${path}`;
    const [at] = places;
    if (at === undefined)
      throw new ConnectorError(
        "invalid_input",
        `${where}: old_text does not stand there. ${nearestLines(edited, old)}`,
      );
    if (places.length > 1) {
      const shown = places.slice(0, mostPlaces).map((place) => lineAndColumn(edited, place));
      const more = places.length > mostPlaces ? " and more" : "";
      throw new ConnectorError(
        "invalid_input",
        `${where}: old_text stands there several times, at line:column ${shown.join(", ")}${more}. Take in more of what is around the one you mean.`,
      );
    }
    edited = edited.slice(0, at) + replacement + edited.slice(at + old.length);
  }
  return edited;
}

function endingsOf(text: string): (part: string) => string {
  const isWindows = text.includes("\r\n") && !/(^|[^\r])\n/.test(text);
  return (part) => (isWindows ? part.replace(/\r?\n/g, "\r\n") : part);
}

/** Where a stretch begins, one place more than are told at most; those that overlap count each. */
function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && places.length <= mostPlaces; at = text.indexOf(part, at + 1)) {
    places.push(at);
  }
  return places;
}

function lineAndColumn(text: string, at: number): string {
  const before = text.slice(0, at).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
