import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { BenchFailure } from "./bench-failure.ts";
import { serverEnvironment } from "./server-environment.ts";

const SECONDS_TO_LISTEN = 20;

/** A spawned server that listens on a port. */
export class HttpProcess {
  static readonly #running = new Set<ChildProcess>();
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** @throws BenchFailure when nothing listens in time */
  static async start(name: string, args: readonly string[], port: number, folder: string): Promise<HttpProcess> {
    const log = openSync(join(folder, `${name}.log`), "a");
    const env = serverEnvironment(folder);
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ["ignore", log, log] });
    closeSync(log);
    HttpProcess.#running.add(child);
    child.once("close", () => HttpProcess.#running.delete(child));
    for (const end = performance.now() + SECONDS_TO_LISTEN * 1000; performance.now() < end; ) {
      if (await listens(port)) return new HttpProcess(child);
      await wait(50);
    }
    child.kill("SIGKILL");
    throw new BenchFailure(`${name} did not listen within ${SECONDS_TO_LISTEN} seconds`);
  }

  /** Ends every server still running, at once: for the moment before this process leaves. */
  static killAll(): void {
    for (const child of HttpProcess.#running) child.kill("SIGKILL");
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#child.once("close", resolve));
    this.#child.kill("SIGKILL");
    await closed;
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
