import { readFileSync } from "node:fs";
import { processStart } from "./process-start.ts";

/** The process that keeps `<file>.lock`; undefined when nobody does, or one that is gone. */
export function lockHolder(file: string): number | undefined {
  const [id, start] = readLock(`${file}.lock`).split(" ");
  const pid = Number(id);
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return undefined;
  return start === processStart(pid) ? pid : undefined;
}

function readLock(lock: string): string {
  try {
    return readFileSync(lock, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
