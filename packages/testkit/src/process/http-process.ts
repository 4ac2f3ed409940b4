import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { StartOptions } from "../places/in-process.ts";

/** A connector's command that serves HTTP on a port of the system's choice. */
export class HttpProcess {
  /** Of `/mcp`. */
  readonly url: URL;
  /** Every line that came on stderr. */
  readonly log: readonly string[];
  readonly #child: ChildProcess;
  readonly #exited: Promise<number | null>;

  private constructor(child: ChildProcess, exited: Promise<number | null>, log: readonly string[], port: number) {
    this.#child = child;
    this.#exited = exited;
    this.log = log;
    this.url = new URL(`http://127.0.0.1:${port}/mcp`);
  }

  /** Resolves once it listens. Rejects with what it said when it ends before. */
  static async start(cli: string, { argv, environment = {} }: StartOptions): Promise<HttpProcess> {
    const child = spawn(process.execPath, [cli, ...argv, "--http", "127.0.0.1:0"], {
      env: { PATH: process.env.PATH, ...environment },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const exited = once(child, "close").then(([code]) => code as number | null);
    const log: string[] = [];
    const lines = createInterface({ input: child.stderr });
    const port = new Promise<number>((resolve) => {
      lines.on("line", (line) => {
        log.push(line);
        if (line.includes('"event":"serving"')) resolve((JSON.parse(line) as { port: number }).port);
      });
    });
    const ended = exited.then((code): never => {
      throw new Error(`The server ended with ${code} before it listened: ${log.join("\n")}`);
    });
    return new HttpProcess(child, exited, log, await Promise.race([port, ended]));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Resolves with the exit code; null after a signal. */
  get exited(): Promise<number | null> {
    return this.#exited;
  }

  kill(signal: NodeJS.Signals = "SIGTERM"): void {
    this.#child.kill(signal);
  }
}
