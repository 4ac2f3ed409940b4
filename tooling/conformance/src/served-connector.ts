import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { ConformanceFailure } from "./conformance-failure.ts";

const patience = 20_000;

/** A connector's own program, serving HTTP on a free port of loopback. */
export class ServedConnector {
  static readonly #running = new Set<ChildProcess>();
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.url = `http://127.0.0.1:${port}/mcp`;
  }

  /** Ends every program still running, at once: for the moment before this process leaves. */
  static killAll(): void {
    for (const child of ServedConnector.#running) child.kill("SIGKILL");
  }

  static async start(args: readonly string[]): Promise<ServedConnector> {
    const child = spawn(process.execPath, [...args, "--http", "127.0.0.1:0"], { stdio: ["ignore", "ignore", "pipe"] });
    ServedConnector.#running.add(child);
    child.once("close", () => ServedConnector.#running.delete(child));
    return new ServedConnector(child, await portOf(child));
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const closed = new Promise((resolve) => this.#child.once("close", resolve));
    this.#child.kill("SIGTERM");
    await closed;
  }
}

/** The port that the program's log tells, as soon as it listens. The log is read on, so that it never waits for us. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    const fail = (why: string) => reject(new ConformanceFailure(`A connector ${why}:\n${lines.join("\n")}`));
    const timer = setTimeout(() => fail("did not begin to serve"), patience);
    child.once("close", () => fail("ended"));
    child.once("error", (error) => fail(`could not be started (${error.message})`));
    if (child.stderr === null) return fail("has no log");
    createInterface(child.stderr).on("line", (line) => {
      if (lines.length < 20) lines.push(line);
      const port = /"event":"serving".*"port":(\d+)/.exec(line)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}
