import { mkdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "@drawbridge/core";
import { checks } from "./checks.ts";
import { runCheck } from "./run-check.ts";
import { type OpenFiles, Stand } from "./stand.ts";
import { type TemporaryFolder, temporaryFolder } from "./temporary-folder.ts";

interface Testing {
  readonly open: OpenFiles;
  readonly signal: AbortSignal;
  /** Milliseconds of each race. */
  readonly raceTime: number;
}

const beginning = ".drawbridge-self-test-";

/** Makes every check in a folder of its own inside a place, and leaves nothing behind. */
export async function* testFolder(place: string, { open, signal, raceTime }: Testing): AsyncGenerator<Finding> {
  let made: TemporaryFolder;
  try {
    made = temporaryFolder(place, beginning);
  } catch (error) {
    yield noFolder(place, error as NodeJS.ErrnoException);
    return;
  }
  using folder = made;
  // Where a file system keeps no permissions, the journal of a real server lies elsewhere too.
  using elsewhere = keepsPermissions(folder.path) ? undefined : temporaryFolder(tmpdir(), beginning);
  yield { level: "ok", title: `Tested in ${folder.path}, which is removed afterwards` };
  if (elsewhere !== undefined) yield noPermissions(place);
  for (const [index, check] of checks.entries()) {
    signal.throwIfAborted();
    const own = join(folder.path, `${index}`);
    const journal = join(elsewhere?.path ?? folder.path, `journal-${index}`);
    yield await runCheck(check, new Stand({ folder: own, journal, open, signal, raceTime }));
  }
}

function keepsPermissions(folder: string): boolean {
  const path = join(folder, "private");
  mkdirSync(path, { mode: 0o700 });
  return process.platform === "win32" || (statSync(path).mode & 0o077) === 0;
}

function noFolder(place: string, { code }: NodeJS.ErrnoException): Finding {
  return {
    level: "problem",
    title: `Could not be tested: ${place}, in which this user cannot make a folder (${code})`,
    remedy: `Grant ${place}:read, or let this user write there`,
  };
}

function noPermissions(place: string): Finding {
  return {
    level: "note",
    title: `The file system of ${place} keeps no permissions`,
    detail: "What is written there can be read by whoever the disk is mounted for, and a journal cannot lie on it",
    remedy: "Leave --journal where it is by default, or on a disk that keeps permissions",
  };
}
