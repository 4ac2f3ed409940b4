import type { Readable, Writable } from "node:stream";
import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/server";
import { LineSplitter } from "./line-splitter.ts";

const parseError = -32700;
const invalidRequest = -32600;
const serverStopping = -32000;

/** The longest message taken, in bytes: above what any tool accepts, below what would hurt. */
const longestLine = 8 * 1024 * 1024;

interface Envelope {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: { readonly requestId?: unknown };
}

interface Fault {
  readonly fault: string;
  readonly code: number;
  /** The request's own id, where it could be read. */
  readonly id?: unknown;
}

/**
 * JSON-RPC lines over two streams. The SDK's own drops running calls at the end of input and closes on an over-long
 * line; this one knows which requests are unanswered, so that they can be finished first, and answers what it cannot
 * take with an error and goes on.
 */
export class StdioTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  readonly #input: Readable;
  readonly #output: Writable;
  readonly #unanswered = new Set<unknown>();
  readonly #lines = new LineSplitter(longestLine, {
    line: (line) => this.#receive(line),
    overlong: () => this.#refuse(null, invalidRequest, `A message has over ${longestLine} bytes; none of it was read`),
  });
  readonly #onData = (chunk: Buffer) => this.#lines.push(chunk);
  #whenIdle: (() => void) | undefined;
  #draining = false;
  #closed = false;

  constructor(input: Readable, output: Writable) {
    this.#input = input;
    this.#output = output;
  }

  async start(): Promise<void> {
    this.#input.on("data", this.#onData);
  }

  async send(message: JSONRPCMessage): Promise<void> {
    if (this.#closed) return;
    const room = this.#output.write(`${JSON.stringify(message)}\n`);
    if ("id" in message && !("method" in message)) this.#answered(message.id);
    if (!room) await new Promise<void>((resolve) => this.#output.once("drain", resolve));
  }

  /** Takes no more requests; resolves when those taken are answered, or when the time is up. */
  drain(milliseconds: number): Promise<void> {
    this.#draining = true;
    if (this.#unanswered.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#whenIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#input.off("data", this.#onData);
    this.#input.pause();
    this.onclose?.();
  }

  #receive(line: string): void {
    if (line.trim() === "") return;
    const message = parse(line);
    if ("fault" in message) {
      this.#refuse(message.id ?? null, message.code, message.fault);
      return;
    }
    const { id, method, params } = message;
    const isRequest = method !== undefined && id !== undefined;
    if (isRequest && this.#draining) {
      this.#refuse(id, serverStopping, "The server is stopping");
      return;
    }
    if (isRequest) this.#unanswered.add(id);
    // A cancelled request is never answered.
    if (method === "notifications/cancelled") this.#answered(params?.requestId);
    this.onmessage?.(message as JSONRPCMessage);
  }

  #answered(id: unknown): void {
    this.#unanswered.delete(id);
    if (this.#unanswered.size === 0) this.#whenIdle?.();
  }

  #refuse(id: unknown, code: number, message: string): void {
    if (!this.#closed) this.#output.write(`${JSON.stringify({ jsonrpc: "2.0", id, error: { code, message } })}\n`);
  }
}

/** The message, or what is wrong with the line. The SDK drops such lines unanswered, so that a host would wait for ever. */
function parse(line: string): Envelope | Fault {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return { code: parseError, fault: "A line is not JSON" };
  }
  if (typeof message !== "object" || message === null || !("jsonrpc" in message) || message.jsonrpc !== "2.0") {
    return { code: invalidRequest, fault: "A line is not a JSON-RPC 2.0 message" };
  }
  const { id, method, params } = message as Envelope;
  if (method !== undefined && id !== undefined && typeof id !== "string" && typeof id !== "number") {
    return { code: invalidRequest, fault: "A request's id is neither text nor number" };
  }
  if (params !== undefined && (typeof params !== "object" || params === null || Array.isArray(params))) {
    return { id: method === undefined ? null : id, code: invalidRequest, fault: "A message's params are no object" };
  }
  return message as Envelope;
}
