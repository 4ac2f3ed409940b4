import { type ChildProcessByStdio, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { Answer } from "./answer.ts";
import { BenchFailure } from "./bench-failure.ts";
import { LineSplitter } from "./line-splitter.ts";
import { serverEnvironment } from "./server-environment.ts";
import type { ToolCall } from "./tool-call.ts";

const SECONDS_TO_LEAVE = 3;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Answer["result"];
  readonly error?: { readonly message?: string };
}

interface PendingRequest {
  readonly method: string;
  readonly sentAt: number;
  readonly answered: (answer: Answer) => void;
  readonly failed: (reason: BenchFailure) => void;
}

/** What runs a server, where it is not what runs this. */
interface Runtime {
  readonly node?: string | undefined;
  /** Beside the environment that every server has. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/**
 * A spawned MCP server and the least client that can speak to it: JSON-RPC, one message a line. It is our own so that every
 * server meets the same client, and one that costs next to nothing beside what is measured.
 */
export class ServerProcess {
  static readonly #running = new Set<ServerProcess>();

  readonly spawnedAt = performance.now();
  readonly #name: string;
  readonly #logFile: string;
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #closed: Promise<void>;
  readonly #lines = new LineSplitter();
  readonly #pending = new Map<number, PendingRequest>();
  readonly #listening = new Map<string, (arrivedAt: number) => void>();
  #lastId = 0;

  /**
   * @param name what a failure calls the server
   * @param args node's arguments: the program and its own
   * @param folder where the server has its home and its log
   */
  constructor(name: string, args: readonly string[], folder: string, { node, environment }: Runtime = {}) {
    this.#name = name;
    this.#logFile = join(folder, `${name.replaceAll(/\W+/g, "-")}.log`);
    // Into a file, as hosts do; a pipe would have us read it while the clock runs.
    const log = openSync(this.#logFile, "a");
    const stdio = ["pipe", "pipe", log] as const;
    const env = { ...serverEnvironment(folder), ...environment };
    const child = spawn(node ?? process.execPath, args, { cwd: folder, env, stdio: [...stdio] });
    // Node's types know no file descriptor beside two pipes.
    this.#child = child as ChildProcessByStdio<Writable, Readable, null>;
    closeSync(log);
    ServerProcess.#running.add(this);
    this.#closed = new Promise((resolve) => this.#child.once("close", () => resolve()));
    this.#child.once("close", (code, signal) => this.#ended(`ended (${signal ?? `exit ${code}`})`));
    this.#child.once("error", (error) => this.#ended(`could not be started (${error.message})`));
    this.#child.stdout.on("data", (chunk: Buffer) => this.#received(chunk));
    // A server that died makes the write fail too; its end is what gets reported.
    this.#child.stdin.on("error", () => {});
  }

  /** Ends every server still running, at once: for the moment before this process leaves. */
  static killAll(): void {
    for (const server of ServerProcess.#running) server.#child.kill("SIGKILL");
  }

  /** Undefined when the process could not be started. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Sends what has no answer. */
  notify(method: string): void {
    this.#child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", method })}\n`);
  }

  /** @throws BenchFailure when the answer is a JSON-RPC error, or the server ends before it answers */
  request(method: string, params: object): Promise<Answer> {
    const id = ++this.#lastId;
    const message = `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
    return new Promise((answered, failed) => {
      this.#pending.set(id, { method, sentAt: performance.now(), answered, failed });
      this.#child.stdin.write(message);
    });
  }

  /**
   * Resolves with when the next notification of a kind has arrived.
   *
   * @throws BenchFailure where none comes in that time
   */
  hears(method: string, seconds: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#listening.delete(method);
        reject(new BenchFailure(`${this.#name} sent no ${method} within ${seconds} seconds`));
      }, seconds * 1000);
      this.#listening.set(method, (arrivedAt) => {
        clearTimeout(late);
        this.#listening.delete(method);
        resolve(arrivedAt);
      });
    });
  }

  /** @throws BenchFailure also when the tool's result says `isError` */
  async callTool(call: ToolCall): Promise<Answer> {
    const answer = await this.request("tools/call", call);
    if (answer.result.isError === true) {
      const said = JSON.stringify(answer.result.content).slice(0, 500);
      throw new BenchFailure(`${this.#name}: ${call.name} answered an error: ${said}`);
    }
    return answer;
  }

  /** Closes the server's input, which is how a host takes its leave; one that stays is ended by force. */
  async stop(): Promise<void> {
    this.#child.stdin.end();
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), SECONDS_TO_LEAVE * 1000);
    await this.#closed;
    clearTimeout(timer);
  }

  #received(chunk: Buffer): void {
    const arrivedAt = performance.now();
    for (const line of this.#lines.push(chunk)) this.#answered(line.toString("utf8"), arrivedAt);
  }

  #answered(line: string, arrivedAt: number): void {
    const message = this.#parsed(line);
    const request = message?.id === undefined ? undefined : this.#pending.get(message.id);
    // What bears no id of ours is a notification, which matters to whoever listens for it alone.
    if (message?.id === undefined) this.#listening.get(message?.method ?? "")?.(arrivedAt);
    if (message?.id === undefined || request === undefined) return;
    this.#pending.delete(message.id);
    const { method, sentAt, answered, failed } = request;
    if (message.result === undefined) {
      failed(new BenchFailure(`${this.#name}: ${method} answered an error: ${message.error?.message ?? line}`));
    } else {
      answered({ result: message.result, milliseconds: arrivedAt - sentAt, arrivedAt });
    }
  }

  #parsed(line: string): Message | undefined {
    try {
      return JSON.parse(line) as Message;
    } catch {
      this.#failAll(`wrote to stdout what is no JSON: ${line.slice(0, 200)}`);
      return undefined;
    }
  }

  async #ended(how: string): Promise<void> {
    ServerProcess.#running.delete(this);
    if (this.#pending.size === 0) return;
    const log = await readFile(this.#logFile, "utf8").catch(() => "");
    const lastWords = log.trimEnd().split("\n").slice(-10).join("\n");
    this.#failAll(`${how} before it had answered; its log ends with:\n${lastWords}`);
  }

  #failAll(reason: string): void {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { method, failed } of pending) failed(new BenchFailure(`${this.#name} (${method}) ${reason}`));
  }
}
