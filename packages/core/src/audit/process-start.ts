import { readFileSync } from "node:fs";

/** When a process began, where the system tells (proc(5), field 22 of stat): a number is given to many in turn. */
export function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
