import { closeSync, readFileSync } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import { decodeText } from "../../editing/decode-text.ts";
import { unifiedDiff } from "../../editing/unified-diff.ts";
import type { Files } from "../../files.ts";
import type { Journal } from "../journal.ts";
import type { RecordedPlace } from "../places/recorded-places.ts";
import type { Operation } from "../records/operation.ts";

/** A longer difference is not read, and larger files are not compared. */
const mostBytes = 1024 * 1024;
const mostShown = 3000;

/** What taking a step back would change in the file as it is now, in words; empty where that cannot be shown. */
export async function differenceToKept(
  files: Files,
  journal: Journal,
  { root, names, parent, name }: RecordedPlace,
  { kept }: Extract<Operation, { readonly kind: "replaced" }>,
): Promise<string> {
  if (files.denies({ root, names, asked: names })) return "";
  const [now, before] = [textAt(parent, name), textAt(journal.directory, kept.name)];
  if (now === undefined || before === undefined) return "";
  const difference = unifiedDiff(now, before);
  const shown = difference.length > mostShown ? `${difference.slice(0, mostShown)}\n…` : difference;
  return `. Taking it back would undo that too:\n${shown}\nEdit the file by hand, or with fs_edit`;
}

function textAt(directory: HeldDirectory, name: string): string | undefined {
  try {
    using entry = directory.step(name);
    if (!entry.stats.isFile() || entry.stats.size > mostBytes) return undefined;
    const descriptor = entry.openFile();
    try {
      return decodeText(readFileSync(descriptor)).text;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
