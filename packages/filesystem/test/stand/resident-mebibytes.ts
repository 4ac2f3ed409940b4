import { readFileSync } from "node:fs";

/** What a process holds in memory. NaN, which is less than nothing and fails, where the system does not tell. */
export function residentMebibytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
