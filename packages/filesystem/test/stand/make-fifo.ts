import { execFileSync } from "node:child_process";

/** mkfifo(3), which Node does not have. */
const mkfifo = "mkfifo";

/** Makes a FIFO: opening it waits for another process that may never come. */
export function makeFifo(path: string): void {
  execFileSync(mkfifo, [path]);
}
