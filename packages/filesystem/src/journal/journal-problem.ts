import { accessSync, constants, statSync } from "node:fs";
import { deepestThere } from "./deepest-there.ts";

/** Why a journal cannot be used, as what is to be said after its path, and what helps. */
export interface JournalProblem {
  readonly because: string;
  readonly remedy: string;
}

const another = "another --journal <dir>";

/**
 * Whether a journal cannot be used or made. Makes nothing.
 *
 * @param folder of the transactions, free of links
 */
export function journalProblem(folder: string): JournalProblem | undefined {
  const there = deepestThere(folder);
  return there === folder ? whyUnusable(folder) : whyNotMade(there);
}

function whyUnusable(folder: string): JournalProblem | undefined {
  const stats = statSync(folder);
  const remedy = `chmod 700 ${JSON.stringify(folder)}, or ${another}`;
  if (!stats.isDirectory()) return { because: "is no folder", remedy: another };
  if (process.platform !== "win32" && stats.uid !== process.geteuid?.())
    return { because: "belongs to another user", remedy: another };
  if (process.platform !== "win32" && (stats.mode & 0o077) !== 0)
    return { because: "can be read by others than this user", remedy };
  return mayWrite(folder) ? undefined : { because: "may not be written to by this user", remedy };
}

function whyNotMade(there: string): JournalProblem | undefined {
  if (!statSync(there).isDirectory()) return { because: `cannot be made: ${there} is no folder`, remedy: another };
  if (mayWrite(there)) return undefined;
  return {
    because: `cannot be made: this user may not write to ${there}`,
    remedy: `chmod u+w ${JSON.stringify(there)}, or ${another}`,
  };
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
