import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "@drawbridge/core";
import { bytesBelow } from "../journal/bytes-below.ts";
import { deepestThere } from "../journal/deepest-there.ts";
import { type JournalProblem, journalProblem } from "../journal/journal-problem.ts";
import { realFolder } from "../paths/real-folder.ts";
import type { GrantedRoot } from "./granted-root.ts";
import { journalBesideRoots } from "./journal-beside-roots.ts";

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
  const problem = journalProblem(real);
  if (problem !== undefined) yield unusable(real, problem);
  else if (there === real) yield* kept(real);
  else yield { level: "ok", title: `The journal will be made at ${real}` };
  yield* journalBesideRoots(real, there, roots);
}

function unusable(folder: string, { because, remedy }: JournalProblem): Finding {
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
