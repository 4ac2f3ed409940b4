import { type ChildProcess, spawn } from "node:child_process";

interface Settings {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** Of what a command says, the end is what explains its failure. */
const shownOnFailure = 6000;

/**
 * Runs a command to its end, with all that it starts, and resolves with what it printed. Rejects where it fails, with the end of
 * what it said; at its limit, or when the signal is aborted, it is ended, with all that it started.
 */
export function runCommand(command: string, args: readonly string[], settings: Settings): Promise<string> {
  const { cwd, environment, timeout, signal } = settings;
  const shown = [command, ...args].join(" ");
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const child = spawn(command, args, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"], detached: true });
    const [stdout, all]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk) && all.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => all.push(chunk));
    let reason: unknown;
    const end = (why: unknown) => {
      reason ??= why;
      endGroup(child);
    };
    const timer = setTimeout(() => end(new Error(`${shown} did not end within ${timeout / 1000} seconds`)), timeout);
    const aborted = () => end(signal.reason);
    signal.addEventListener("abort", aborted);
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", aborted);
    };
    child.on("error", (error) => {
      done();
      reject(error);
    });
    child.on("close", (code) => {
      done();
      if (reason === undefined && code === 0) return resolve(Buffer.concat(stdout).toString());
      const said = Buffer.concat(all).toString().slice(-shownOnFailure);
      reject(new Error(`${shown} ended with ${code}\n${said}`, { cause: reason }));
    });
  });
}

/** It leads a process group of its own, in which what it starts is. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
