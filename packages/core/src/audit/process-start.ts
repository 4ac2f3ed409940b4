import { readFileSync } from "node:fs";

/**
 * When a process began, where the system tells (proc(5), field 22 of stat): a number is given to many in turn. Empty
 * where it does not tell; `ended` for a process that ended and waits for its parent to take note.
 */
export function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "ended" : (fields[19] ?? "");
  } catch {
    return "";
  }
}
