import { accessSync, constants, existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Finding } from "@drawbridge/core";
import { bytesBelow } from "../journal/bytes-below.ts";
import { realFolder } from "../paths/real-folder.ts";
import type { GrantedRoot } from "./granted-root.ts";
import { journalBesideRoots } from "./journal-beside-roots.ts";

const another = "another --journal <dir>";

/**
 * Whether what is changed under some roots can be kept, is kept from others, and what is kept so far. Makes nothing.
 *
 * @param folder of the transactions; undefined for a user without a home
 */
export function* journalFindings(folder: string | undefined, roots: readonly GrantedRoot[]): Generator<Finding> {
  if (folder === undefined) {
    yield {
      level: "problem",
      title: "This user has no home for the journal, and without one nothing is changed",
      remedy: "--journal <dir>",
    };
    return;
  }
  const real = realFolder(folder);
  const there = deepestThere(real);
  const unusable = there === real ? whyUnusable(real) : whyNotMade(real, there);
  if (unusable !== undefined) yield unusable;
  else if (there === real) yield* kept(real);
  else yield { level: "ok", title: `The journal will be made at ${real}` };
  yield* journalBesideRoots(real, there, roots);
}

function deepestThere(path: string): string {
  const above = dirname(path);
  return above === path || existsSync(path) ? path : deepestThere(above);
}

function whyUnusable(folder: string): Finding | undefined {
  const stats = statSync(folder);
  if (!stats.isDirectory()) return unusable(folder, "is no folder", another);
  const quoted = JSON.stringify(folder);
  if (process.platform !== "win32" && stats.uid !== process.getuid?.())
    return unusable(folder, "belongs to another user", another);
  if (process.platform !== "win32" && (stats.mode & 0o077) !== 0)
    return unusable(folder, "can be read by others than this user", `chmod 700 ${quoted}, or ${another}`);
  if (mayWrite(folder)) return undefined;
  return unusable(folder, "may not be written to by this user", `chmod 700 ${quoted}, or ${another}`);
}

function whyNotMade(folder: string, there: string): Finding | undefined {
  if (!statSync(there).isDirectory()) return unusable(folder, `cannot be made: ${there} is no folder`, another);
  if (mayWrite(there)) return undefined;
  const remedy = `chmod u+w ${JSON.stringify(there)}, or ${another}`;
  return unusable(folder, `cannot be made: this user may not write to ${there}`, remedy);
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function unusable(folder: string, because: string, remedy: string): Finding {
  const detail = "Nothing is changed so: every call that would is refused";
  return { level: "problem", title: `The journal ${folder} ${because}`, detail, remedy };
}

function* kept(folder: string): Generator<Finding> {
  const names = readdirSync(folder);
  const count = names.filter((name) => /\.(?:done|undone)$/.test(name)).length;
  const bytes = names.reduce((sum, name) => sum + bytesBelow(join(folder, name)), 0);
  const transactions = `${count} transaction${count === 1 ? "" : "s"}`;
  yield { level: "ok", title: `The journal ${folder} keeps ${transactions}, in ${bytes} bytes` };
  const unfinished = names.filter((name) => /\.(?:open|clearing|undoing)$/.test(name)).length;
  if (unfinished === 0) return;
  yield {
    level: "warning",
    title: `Unfinished transactions in the journal: ${unfinished}`,
    detail: "A server that runs is at them, or a crash left them",
    remedy:
      "Start the server with the roots that they changed, granted for writing: it brings to an end what a crash left",
  };
}
