import {
  type CallToolResult,
  type JSONRPCMessage,
  type MessageExtraInfo,
  ProtocolErrorCode,
  type RequestId,
  type RequestMeta,
  type Transport,
} from "@modelcontextprotocol/server";
import { LateAbort } from "../cancelling/late-abort.ts";
import { UnderWay } from "../limits/under-way.ts";

/** A call of a tool with nothing about it but its name, its arguments and what every request may bear. */
export interface PlainCall {
  readonly id: RequestId;
  readonly method: "tools/call";
  readonly params: {
    readonly name: string;
    readonly arguments?: Readonly<Record<string, unknown>>;
    readonly _meta?: RequestMeta;
  };
}

interface Running {
  readonly id: unknown;
  readonly cancellation: LateAbort;
}

/** Begins to answer a call; undefined for one that the SDK is to see. */
export type AnswerPlainCall = (call: PlainCall, cancellation: LateAbort) => Promise<CallToolResult> | undefined;

/**
 * Stands between a connection and the SDK, and answers plain calls of tools without it. The SDK reads each message by
 * eight schemas and makes a signal and a dozen promises for it, which takes as long as a small call itself.
 */
export class PlainCalls implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage, extra?: MessageExtraInfo) => void;
  readonly #wire: Transport;
  readonly #running = new UnderWay<Running>();
  #answer: AnswerPlainCall = () => undefined;
  /** The SDK takes a few turns of its own until it does what it was handed. */
  #isSdkBusy = false;

  constructor(wire: Transport) {
    this.#wire = wire;
    wire.onmessage = (message, extra) => this.#receive(message, extra);
    wire.onerror = (error) => this.onerror?.(error);
    wire.onclose = () => {
      for (const { id } of this.#running) this.#cancel(id, "The connection is closed");
      this.onclose?.();
    };
  }

  /** Until then, every call is the SDK's. */
  answerBy(answer: AnswerPlainCall): void {
    this.#answer = answer;
  }

  start(): Promise<void> {
    return this.#wire.start();
  }

  send(message: JSONRPCMessage): Promise<void> {
    return this.#wire.send(message);
  }

  close(): Promise<void> {
    return this.#wire.close();
  }

  #receive(message: JSONRPCMessage, extra: MessageExtraInfo | undefined): void {
    if (!this.#isSdkBusy && isPlainCall(message) && this.#takes(message)) return;
    const { method, params } = message as {
      readonly method?: string;
      readonly params?: { readonly requestId?: unknown };
    };
    if (method === "notifications/cancelled" && this.#cancel(params?.requestId, "The host cancelled the call")) return;
    this.#passOn(message, extra);
  }

  /** No call may overtake what came before it: that other folders are served from now on, for instance. */
  #passOn(message: JSONRPCMessage, extra: MessageExtraInfo | undefined): void {
    if (!this.#isSdkBusy) {
      setImmediate(() => {
        this.#isSdkBusy = false;
      });
    }
    this.#isSdkBusy = true;
    this.onmessage?.(message, extra);
  }

  #takes(call: PlainCall): boolean {
    const cancellation = new LateAbort();
    const result = this.#answer(call, cancellation);
    if (result === undefined) return false;
    const running = { id: call.id, cancellation };
    this.#running.add(running);
    this.#send(call.id, result, running).catch((error: Error) => this.onerror?.(error));
    return true;
  }

  /** A cancelled call is not answered; every other is, and be it that our own code failed. */
  async #send(id: RequestId, pending: Promise<CallToolResult>, running: Running): Promise<void> {
    const answer = await pending.then(
      (result): JSONRPCMessage => ({ result, jsonrpc: "2.0", id }),
      (error: Error): JSONRPCMessage => {
        this.onerror?.(error);
        return { jsonrpc: "2.0", id, error: { code: ProtocolErrorCode.InternalError, message: "The call failed" } };
      },
    );
    this.#running.delete(running);
    if (!running.cancellation.aborted) await this.#wire.send(answer);
  }

  #cancel(id: unknown, reason: string): boolean {
    const running = this.#running.find((one) => one.id === id);
    if (running === undefined) return false;
    this.#running.delete(running);
    running.cancellation.abort(new Error(reason));
    return true;
  }
}

/** The keys of `_meta` that the protocol keeps for itself, which are the SDK's to read. */
const reserved = "io.modelcontextprotocol/";

/** Whatever else a call bears, an answer to a question for instance, is the SDK's to judge. */
function isPlainCall(message: object): message is PlainCall {
  const { id, method, params } = message as { id?: unknown; method?: unknown; params?: object };
  if (method !== "tools/call" || id === undefined || params === undefined) return false;
  for (const [key, value] of Object.entries(params)) {
    if (key === "name" ? typeof value === "string" : key === "arguments" ? isRecord(value) : isPlainMeta(key, value))
      continue;
    return false;
  }
  return "name" in params;
}

function isPlainMeta(key: string, value: unknown): boolean {
  if (key !== "_meta" || !isRecord(value)) return false;
  const { progressToken } = value;
  const isToken = progressToken === undefined || typeof progressToken === "string" || Number.isInteger(progressToken);
  return isToken && !Object.keys(value).some((name) => name.startsWith(reserved));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
