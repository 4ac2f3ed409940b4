import { hasProtoKey } from "./has-proto-key.ts";
import { isAnswerable } from "./is-answerable.ts";

const parseError = -32700;
const invalidRequest = -32600;
const invalidParams = -32602;

/** What the transport needs to know of a message. */
export interface Envelope {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: { readonly requestId?: unknown };
}

/** What is wrong with a line that is no message. */
interface Fault {
  readonly fault: string;
  readonly code: number;
  /** The request's own id, where it could be read. */
  readonly id?: unknown;
}

/** The message, or what is wrong with the line. The SDK drops such lines unanswered, so that a host would wait for ever. */
export function parseMessage(line: string): Envelope | Fault {
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
