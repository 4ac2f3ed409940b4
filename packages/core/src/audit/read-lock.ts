import { readFileSync } from "node:fs";
import { processRuns } from "./process-runs.ts";

/** What a lock file says. */
interface Lock {
  readonly text: string;
  /** Undefined when its process is gone; `unknown` when it names none, and nobody can tell. */
  readonly holder: number | "unknown" | undefined;
}

/** Reads a lock file: a process's number, when it began, and what tells this lock from all others. */
export function readLock(lock: string): Lock | undefined {
  let text: string;
  try {
    text = readFileSync(lock, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const [, pid, start = ""] = /^([1-9]\d{0,9}) (\d*)(?: \w+)?$/.exec(text) ?? [];
  return { text, holder: pid === undefined ? "unknown" : processRuns(Number(pid), start) ? Number(pid) : undefined };
}
