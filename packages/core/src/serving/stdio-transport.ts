import type { Readable, Writable } from "node:stream";
import { type JSONRPCMessage, SUBSCRIPTION_ID_META_KEY, type Transport } from "@modelcontextprotocol/server";
import { UnderWay } from "../limits/under-way.ts";
import { jsonPieces } from "./json-pieces.ts";
import { LineSplitter } from "./line-splitter.ts";
import { type Envelope, parseMessage } from "./parse-message.ts";

const invalidRequest = -32600;
const serverStopping = -32000;

/** The longest message taken, in bytes: above what any tool accepts, below what would hurt. */
const longestLine = 8 * 1024 * 1024;

/** A longer line leaves alone: to put it together with others would copy it. */
const longLine = 64 * 1024;

/** More requests than this wait until others are answered, and the answers taken. */
const mostUnderWay = 128;

/** Of lines that come together so many are taken in one go: as many calls as run at once unless a person says otherwise. */
const atOnce = 16;

/** When so many wait, no more is read. */
const mostWaiting = 1024;

/**
 * What takes a `subscriptions/listen` request off our hands. Its answer is the end of the subscription, which no other
 * request and no drain waits for.
 */
const acknowledgement = "notifications/subscriptions/acknowledged";

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
  readonly #answeredBefore: Set<unknown>;
  readonly #unanswered = new UnderWay<unknown>();
  /** Our own requests to the host, most of which ask its person. What waits for those is not under way. */
  readonly #asked = new Set<unknown>();
  readonly #splitter = new LineSplitter(longestLine, {
    line: (line) => void this.#arrived.push(line),
    overlong: () => this.#refuse(null, invalidRequest, `A message has over ${longestLine} bytes; none of it was read`),
  });
  readonly #onData = (chunk: Buffer) => {
    const isReceiving = this.#arrived.length > 0;
    this.#splitter.push(chunk);
    if (!isReceiving) this.#receiveSome();
  };
  /** Lines that came together with more before them than are taken in one go. */
  readonly #arrived: string[] = [];
  /** Requests that came while too many were under way. */
  readonly #waiting: Envelope[] = [];
  /** What leaves together, at the end of this turn. */
  #lines = "";
  readonly #leaving: JSONRPCMessage[] = [];
  #flushed: Promise<void> | undefined;
  #outputRoom: Promise<void> | undefined;
  #whenIdle: (() => void) | undefined;
  #draining = false;
  #closed = false;

  /** @param answered ids of requests that will come and whose answers the host has */
  constructor(input: Readable, output: Writable, answered = new Set<unknown>()) {
    this.#input = input;
    this.#output = output;
    this.#answeredBefore = answered;
  }

  async start(): Promise<void> {
    this.#input.on("data", this.#onData);
  }

  /**
   * An answer that the host has not taken is still under way: one that reads none would otherwise fill our memory. With
   * other requests under way it leaves together with what else is answered in this turn: a system call costs as much as
   * half an answer.
   */
  async send(message: JSONRPCMessage): Promise<void> {
    if (this.#closed) return;
    if (!("method" in message) && this.#answeredBefore.delete(message.id)) {
      this.#sent(message);
      return;
    }
    const pieces = jsonPieces(message);
    const [json = ""] = pieces;
    if (pieces.length > 1 || json.length > longLine || this.#underWay <= 1) {
      this.#flush();
      if (!this.#writeLine(pieces)) await this.#room();
      this.#sent(message);
      return;
    }
    this.#lines += `${json}\n`;
    this.#leaving.push(message);
    this.#flushed ??= new Promise((resolve) => process.nextTick(() => resolve(this.#flush())));
    await this.#flushed;
  }

  /** Resolves when the host has taken what was sent, with what is just now on its way to `send`. */
  readonly room = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#output.writableNeedDrain) await this.#room();
  };

  /** Takes no more requests; resolves when those taken are answered, or when the time is up. */
  drain(milliseconds: number): Promise<void> {
    this.#receiveFirst(this.#arrived.length);
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
    this.#receiveFirst(this.#arrived.length);
    this.#flush();
    for (const id of this.#unanswered) this.#refuse(id, serverStopping, "The server is stopping");
    this.#closed = true;
    this.#input.off("data", this.#onData);
    this.#input.pause();
    this.onclose?.();
  }

  /** The host can read answers to the first lines while the next are worked on. */
  readonly #receiveSome = (): void => {
    this.#receiveFirst(atOnce);
    if (this.#arrived.length > 0) setImmediate(this.#receiveSome);
  };

  #receiveFirst(count: number): void {
    for (const line of this.#arrived.splice(0, count)) this.#receive(line);
  }

  #receive(line: string): void {
    if (line.trim() === "") return;
    const message = parseMessage(line);
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
    this.#answeredBefore.delete(id);
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

  /** Writes the lines of this turn. Returns what to wait for until the host has taken them, if anything. */
  #flush(): Promise<void> | undefined {
    const lines = this.#lines;
    const messages = this.#leaving.splice(0);
    this.#lines = "";
    this.#flushed = undefined;
    const sent = () => {
      for (const message of messages) this.#sent(message);
    };
    if (lines !== "" && !this.#output.write(lines)) return this.#room().then(sent);
    sent();
    return undefined;
  }

  /** Whether the host has taken what came before. A long line is not put together, which would copy it. */
  #writeLine(pieces: ReadonlyArray<string | Buffer>): boolean {
    const [json = "", ...rest] = pieces;
    if (rest.length === 0 && json.length <= longLine) return this.#output.write(`${json}\n`);
    for (const piece of pieces) this.#output.write(piece);
    return this.#output.write("\n");
  }

  #sent(message: JSONRPCMessage): void {
    if (!("method" in message)) this.#answered(message.id);
    else if ("id" in message) this.#ask(message.id);
    else if (message.method === "notifications/cancelled") this.#asked.delete(message.params?.requestId);
    else if (message.method === acknowledgement) this.#answered(message.params?._meta?.[SUBSCRIPTION_ID_META_KEY]);
  }

  /** What the host will never take is waited for by nobody. */
  #room(): Promise<void> {
    if (this.#output.destroyed) return Promise.resolve();
    this.#outputRoom ??= new Promise((resolve) => {
      const settle = () => {
        this.#output.off("drain", settle).off("error", settle);
        this.#outputRoom = undefined;
        resolve();
      };
      this.#output.on("drain", settle).on("error", settle);
    });
    return this.#outputRoom;
  }

  #refuse(id: unknown, code: number, message: string): void {
    if (this.#closed || this.#answeredBefore.delete(id)) return;
    this.#output.write(`${JSON.stringify({ jsonrpc: "2.0", id, error: { code, message } })}\n`);
  }
}
