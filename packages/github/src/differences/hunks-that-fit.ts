import type { Page } from "@drawbridge/core";
import type { ChangedFile } from "./changed-file.ts";
import { hunksOf } from "./hunks-of.ts";
import { mapLine } from "./map-of.ts";

/** Where in a file's difference a page begins. */
interface Begin {
  readonly hunk: number;
  /** Lines of that hunk that were shown before. */
  readonly line: number;
  /** Whether nothing stands on the page yet. */
  readonly isFirst: boolean;
}

interface Fitting {
  readonly text: string;
  /** Where the next page goes on; undefined where the file is at its end. */
  readonly next?: { readonly hunk: number; readonly line: number };
}

/**
 * Hunks of a file's difference under its line of the map, as many as fit the page. One that is longer than a page is shown by
 * its lines, and a line longer than a page by its beginning.
 */
export function hunksThatFit(page: Page, file: ChangedFile, patch: string, begin: Begin): Fitting {
  const hunks = hunksOf(patch);
  const heading = headingOf(file, begin, hunks[begin.hunk] ?? "");
  const shown: string[] = [];
  for (let hunk = begin.hunk; hunk < hunks.length; hunk += 1) {
    const line = hunk === begin.hunk ? begin.line : 0;
    const lines = (hunks[hunk] ?? "").split("\n").slice(line);
    const text = (shown.length === 0 ? [heading, ...lines] : lines).join("\n");
    if (page.take(text)) {
      shown.push(text);
      continue;
    }
    if (shown.length > 0 || !begin.isFirst) return { text: shown.join("\n"), next: { hunk, line } };
    page.take(heading);
    const fitting = linesThatFit(page, lines);
    const isAtEnd = fitting.length === lines.length;
    const next = isAtEnd ? { hunk: hunk + 1, line: 0 } : { hunk, line: line + fitting.length };
    return { text: [heading, ...fitting].join("\n"), ...(next.hunk < hunks.length ? { next } : {}) };
  }
  return { text: shown.join("\n") };
}

function headingOf(file: ChangedFile, { hunk, line }: Begin, begun: string): string {
  const within = line === 0 ? "goes on" : `goes on in ${begun.split("\n", 1)[0]} after ${line} lines`;
  return `--- ${mapLine(file)}${hunk === 0 && line === 0 ? "" : ` (${within})`}`;
}

/** The first lines of a hunk, at least one of them. */
function linesThatFit(page: Page, lines: readonly string[]): readonly string[] {
  const fitting: string[] = [];
  for (const line of lines) {
    if (!page.take(line)) break;
    fitting.push(line);
  }
  const [first = ""] = lines;
  return fitting.length > 0 ? fitting : [beginningOf(page, first)];
}

function beginningOf(page: Page, line: string): string {
  for (let most = page.bytesLeft; most > 0; most = Math.floor(most / 2)) {
    const beginning = `${line.slice(0, most)}… (the beginning of ${line.length} characters)`;
    if (page.take(beginning)) return beginning;
  }
  return "…";
}
