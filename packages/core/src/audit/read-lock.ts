import { readFileSync } from "node:fs";
import { processStart } from "./process-start.ts";

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
  return { text, holder: pid === undefined ? "unknown" : runs(Number(pid), start) ? Number(pid) : undefined };
}

/** Where the system does not tell when a process began, one with that number counts as the one that is meant. */
function runs(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const began = processStart(pid);
  return began === start || (began !== "ended" && (began === "" || start === ""));
}
