import type { Page } from "@drawbridge/core";
import { otherNamesNote } from "../tools/other-names-note.ts";
import type { EditedFile } from "./edit-files.ts";

/** What is answered of an edited file. */
export interface ShownFile {
  readonly path: string;
  readonly etag?: string;
  readonly diff: string;
  readonly truncated?: boolean;
  readonly note?: string;
}

/** Edited files as they are answered: the diffs as far as there is room, shared among them. */
export function showEdited(files: readonly EditedFile[], page: Page): ShownFile[] {
  const shown: ShownFile[] = [];
  for (const [index, { diff, otherNames, ...facts }] of files.entries()) {
    const share = Math.floor(page.bytesLeft / (files.length - index));
    let file: ShownFile = { ...facts, diff, ...otherNamesNote(otherNames) };
    for (let most = Math.min(diff.length, share); !takes(page, file, share); most = Math.floor(most / 2)) {
      if (most === 0) return shown;
      file = { ...file, diff: wholeLines(diff, most), truncated: true };
    }
    shown.push(file);
  }
  return shown;
}

/** The room of one file, so that a long diff leaves some to those after it. */
function takes(page: Page, file: ShownFile, share: number): boolean {
  return JSON.stringify(file).length <= share && page.take(file);
}

function wholeLines(diff: string, most: number): string {
  return diff.slice(0, Math.max(0, diff.lastIndexOf("\n", most)));
}
