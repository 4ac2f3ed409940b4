import { readFile } from "node:fs/promises";

/** Bytes of memory that a process holds resident; undefined where the system does not tell. */
export async function residentBytes(pid: number | undefined): Promise<number | undefined> {
  // proc_pid_status(5): in units of 1024 bytes.
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kibibytes = /^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}
