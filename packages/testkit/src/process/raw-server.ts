import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { StartOptions } from "../places/in-process.ts";

interface Answer {
  readonly id?: unknown;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A connector's command spoken to by lines, for what no SDK would send or show. */
export class RawServer {
  /** Every line that came on stdout. */
  readonly lines: string[] = [];
  /** Everything that came on stderr. */
  stderr = "";
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #exited: Promise<number | null>;
  readonly #awaited = new Map<unknown, { resolve(answer: Answer): void; reject(error: Error): void }>();
  #lastId = 0;

  constructor(cli: string, { argv, environment = {} }: StartOptions) {
    this.#child = spawn(process.execPath, [cli, ...argv], { env: { PATH: process.env.PATH, ...environment } });
    this.#child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
    // `close` comes after the last line was read, `exit` may come before.
    this.#exited = once(this.#child, "close").then(([code]) => {
      for (const { reject } of this.#awaited.values())
        reject(new Error(`The server ended with ${code} before it answered`));
      return code as number | null;
    });
    this.#child.stdin.on("error", () => {});
    createInterface({ input: this.#child.stdout }).on("line", (line) => this.#receive(line));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Resolves with the exit code; null after a signal. */
  get exited(): Promise<number | null> {
    return this.#exited;
  }

  /** The handshake of the 2025-11-25 revision. */
  async initialize(): Promise<void> {
    const clientInfo = { name: "raw", version: "1" };
    await this.request("initialize", { protocolVersion: "2025-11-25", capabilities: {}, clientInfo });
    this.write(`${JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" })}\n`);
  }

  request(method: string, params: unknown): Promise<Answer> {
    this.#lastId += 1;
    // Not a number, so that no made-up message of a test bears the same.
    const id = `raw-${this.#lastId}`;
    const answered = new Promise<Answer>((resolve, reject) => this.#awaited.set(id, { resolve, reject }));
    this.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
    return answered;
  }

  write(bytes: string | Buffer): void {
    this.#child.stdin.write(bytes);
  }

  endInput(): void {
    this.#child.stdin.end();
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  #receive(line: string): void {
    this.lines.push(line);
    const answer = JSON.parse(line) as Answer;
    this.#awaited.get(answer.id)?.resolve(answer);
    this.#awaited.delete(answer.id);
  }
}
