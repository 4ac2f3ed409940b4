import { ConnectorError } from "../errors/connector-error.ts";
import type { Reply } from "./reply.ts";

/** The outcome with every text in it rewritten, the message of an error included. */
export async function rewriteText(outcome: Promise<Reply>, rewrite: (text: string) => string): Promise<Reply> {
  try {
    return rewriteReply(await outcome, rewrite);
  } catch (error) {
    throw ConnectorError.is(error) ? error.withMessage(rewrite(error.message)) : error;
  }
}

function rewriteReply(reply: Reply, rewrite: (text: string) => string): Reply {
  switch (reply.kind) {
    case "record":
      return { ...reply, record: rewriteInside(reply.record, rewrite) as Record<string, unknown> };
    case "content":
      return rewriteInside(reply, rewrite) as Reply;
    case "list":
      return { ...reply, items: rewriteInside(reply.items, rewrite) as unknown[] };
    case "prompt":
      return { ...reply, text: rewrite(reply.text) };
    case "resource":
      return typeof reply.body === "string" ? { ...reply, body: rewrite(reply.body) } : reply;
  }
}

function rewriteInside(value: unknown, rewrite: (text: string) => string): unknown {
  if (typeof value === "string") return rewrite(value);
  if (Array.isArray(value)) return value.map((item) => rewriteInside(item, rewrite));
  if (typeof value !== "object" || value === null) return value;
  const rewritten: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) rewritten[rewrite(key)] = rewriteInside(inner, rewrite);
  return rewritten;
}
