import { isJSONRPCRequest } from "@modelcontextprotocol/server";

const members: ReadonlySet<string> = new Set(["jsonrpc", "id", "method", "params"]);

/**
 * Whether the SDK takes a message for a request and so answers it; what it does not, it drops without a word. Its own
 * check is a schema's, which requests as hosts send them need not wait for.
 */
export function isAnswerable(message: object): boolean {
  return isPlain(message) || isJSONRPCRequest(message);
}

function isPlain(message: object): boolean {
  const { id, method, params } = message as { id?: unknown; method?: unknown; params?: { _meta?: unknown } };
  const isNamed = typeof id === "string" || Number.isInteger(id);
  return isNamed && typeof method === "string" && params?._meta === undefined && Object.keys(message).every(isMember);
}

function isMember(name: string): boolean {
  return members.has(name);
}
