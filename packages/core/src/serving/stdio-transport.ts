import type { Readable, Writable } from "node:stream";
import { type JSONRPCMessage, SUBSCRIPTION_ID_META_KEY, type Transport } from "@modelcontextprotocol/server";
import { hasProtoKey } from "./has-proto-key.ts";
import { isAnswerable } from "./is-answerable.ts";
import { LineSplitter } from "./line-splitter.ts";

const parseError = -32700;
const invalidRequest = -32600;
const invalidParams = -32602;
const serverStopping = -32000;

/** The longest message taken, in bytes: above what any tool accepts, below what would hurt. */
const longestLine = 8 * 1024 * 1024;

/** More requests than this wait until others are answered, and the answers taken. */
const mostUnderWay = 128;

/** When so many wait, no more is read. */
const mostWaiting = 1024;

/**
 * What takes a `subscriptions/listen` request off our hands. Its answer is the end of the subscription, which no other
 * request and no drain waits for.
 */
const acknowledgement = "notifications/subscriptions/acknowledged";

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
  /** Our own requests to the host, most of which ask its person. What waits for those is not under way. */
  readonly #asked = new Set<unknown>();
  readonly #lines = new LineSplitter(longestLine, {
    line: (line) => this.#receive(line),
    overlong: () => this.#refuse(null, invalidRequest, `A message has over ${longestLine} bytes; none of it was read`),
  });
  readonly #onData = (chunk: Buffer) => this.#lines.push(chunk);
  /** Requests that came while too many were under way. */
  readonly #waiting: Envelope[] = [];
  #outputRoom: Promise<void> | undefined;
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

  /** An answer that the host has not taken is still under way: one that reads none would otherwise fill our memory. */
  async send(message: JSONRPCMessage): Promise<void> {
    if (this.#closed) return;
    if (!this.#output.write(`${JSON.stringify(message)}\n`)) await this.#room();
    if (!("method" in message)) this.#answered(message.id);
    else if ("id" in message) this.#ask(message.id);
    else if (message.method === "notifications/cancelled") this.#asked.delete(message.params?.requestId);
    else if (message.method === acknowledgement) this.#answered(message.params?._meta?.[SUBSCRIPTION_ID_META_KEY]);
  }

  /** Resolves when the host has taken what was sent, with what is just now on its way to `send`. */
  readonly room = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#output.writableNeedDrain) await this.#room();
  };

  /** Takes no more requests; resolves when those taken are answered, or when the time is up. */
  drain(milliseconds: number): Promise<void> {
    this.#draining = true;
    for (const { id } of this.#waiting.splice(0)) this.#refuse(id, serverStopping, "The server is stopping");
    if (!this.#isHeld) return Promise.resolve();
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
    for (const id of this.#unanswered) this.#refuse(id, serverStopping, "The server is stopping");
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
    // A cancelled request is never answered.
    if (method === "notifications/cancelled") this.#forget(params?.requestId);
    if (isRequest) this.#take(message);
    else {
      if (method === undefined) this.#asked.delete(id);
      this.onmessage?.(message as JSONRPCMessage);
    }
  }

  get #underWay(): number {
    return this.#unanswered.size - this.#asked.size;
  }

  /** Whether answers are to be waited for: not for what waits for a host that can say nothing any more. */
  get #isHeld(): boolean {
    return (this.#input.readableEnded ? this.#underWay : this.#unanswered.size) > 0;
  }

  #ask(id: unknown): void {
    this.#asked.add(id);
    this.#goOn();
  }

  #take(request: Envelope): void {
    if (this.#underWay < mostUnderWay) {
      this.#unanswered.add(request.id);
      this.onmessage?.(request as JSONRPCMessage);
      return;
    }
    this.#waiting.push(request);
    if (this.#waiting.length >= mostWaiting) this.#input.pause();
  }

  #forget(id: unknown): void {
    const index = this.#waiting.findIndex((request) => request.id === id);
    if (index >= 0) this.#waiting.splice(index, 1);
    else this.#answered(id);
  }

  #answered(id: unknown): void {
    if (this.#unanswered.delete(id)) this.#goOn();
  }

  #goOn(): void {
    const next = this.#waiting.shift();
    if (next !== undefined) this.#take(next);
    if (!this.#closed && this.#input.isPaused() && this.#waiting.length < mostWaiting / 2) this.#input.resume();
    if (!this.#isHeld) this.#whenIdle?.();
  }

  #room(): Promise<void> {
    this.#outputRoom ??= new Promise((resolve) => {
      this.#output.once("drain", () => {
        this.#outputRoom = undefined;
        resolve();
      });
    });
    return this.#outputRoom;
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
  if (hasProtoKey(message, line)) {
    return { id: method === undefined ? null : id, code: invalidParams, fault: 'No argument is called "__proto__"' };
  }
  if (method !== undefined && id !== undefined && !isAnswerable(message)) {
    return { id, code: invalidRequest, fault: "A request has members that no request has, or of the wrong type" };
  }
  return message as Envelope;
}
