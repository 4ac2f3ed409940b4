import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";

/**
 * Keeps a file for this process: two that append to one chain would break it. The lock is a file beside it that names
 * the process; one that was left by a process which is gone is taken over. Throws when another holds it.
 */
export function lockFile(file: string): { release(): void } {
  const lock = `${file}.lock`;
  const release = () => rmSync(lock, { force: true });
  try {
    take(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const holder = readFileSync(lock, "utf8");
    if (isRunning(holder)) {
      throw new Error(`process ${holder.split(" ")[0]} writes to it already; give each server a file of its own`);
    }
    rmSync(lock);
    take(lock);
  }
  process.once("exit", release);
  return {
    release() {
      process.off("exit", release);
      release();
    },
  };
}

function take(lock: string): void {
  const descriptor = openSync(lock, "wx", 0o600);
  writeSync(descriptor, `${process.pid} ${startOf(process.pid)}`);
  closeSync(descriptor);
}

function isRunning(holder: string): boolean {
  const [id, start] = holder.split(" ");
  const pid = Number(id);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return start === startOf(pid);
}

/** When a process began, where the system tells (proc(5), field 22 of stat): a number is given to many in turn. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
