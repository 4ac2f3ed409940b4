import type { ContentPart, Facts, Part } from "../define/content.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Reply } from "./reply.ts";
import { withText } from "./with-text.ts";

/**
 * The outcome with every text in it rewritten, the message of an error included: also of one that a stage throws before
 * it has a promise to give.
 */
export async function rewriteText(outcome: () => Promise<Reply>, rewrite: (text: string) => string): Promise<Reply> {
  try {
    return rewriteReply(await outcome(), rewrite);
  } catch (error) {
    throw ConnectorError.is(error) ? error.withMessage(rewrite(error.message)) : error;
  }
}

function rewriteReply(reply: Reply, rewrite: (text: string) => string): Reply {
  switch (reply.kind) {
    case "record":
      return { ...reply, record: rewriteInside(reply.record, rewrite) as Record<string, unknown> };
    case "content":
      return {
        ...reply,
        facts: rewriteFacts(reply.facts, rewrite),
        parts: reply.parts.map((part) => rewriteContent(part, rewrite)),
      };
    case "list":
      return { ...reply, items: rewriteInside(reply.items, rewrite) as unknown[] };
    case "question":
      return { ...reply, questions: rewriteInside(reply.questions, rewrite) as typeof reply.questions };
    case "prompt":
      return { ...reply, messages: reply.messages.map((message) => rewritePart(message, rewrite)) };
    case "resource": {
      const told = reply.facts === undefined ? reply : { ...reply, facts: rewriteFacts(reply.facts, rewrite) };
      return typeof told.body === "string" ? { ...told, body: rewrite(told.body) } : told;
    }
  }
}

function rewriteContent(part: ContentPart, rewrite: (text: string) => string): ContentPart {
  const rewritten = rewritePart(part, rewrite);
  return part.facts === undefined ? rewritten : { ...rewritten, facts: rewriteFacts(part.facts, rewrite) };
}

function rewritePart<Given extends Part>(part: Given, rewrite: (text: string) => string): Given {
  const rewritten = withText(part, rewrite);
  if (!("resource" in rewritten)) return rewritten;
  const { resource } = rewritten;
  return { ...rewritten, resource: { ...resource, uri: rewrite(resource.uri) } };
}

/** The names of facts are the tool's own words; of the values few are texts, and fewer have anything to rewrite. */
function rewriteFacts(facts: Facts, rewrite: (text: string) => string): Facts {
  let rewritten: Record<string, Facts[string]> | undefined;
  for (const name in facts) {
    const value = facts[name];
    const shown = typeof value === "string" ? rewrite(value) : value;
    if (shown === value) continue;
    rewritten ??= { ...facts };
    rewritten[name] = shown;
  }
  return rewritten ?? facts;
}

/** Of what a record holds little is rewritten; the rest stays the same object. */
function rewriteInside(value: unknown, rewrite: (text: string) => string): unknown {
  if (typeof value === "string") return rewrite(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const rewritten = value.map((item) => rewriteInside(item, rewrite));
    return rewritten.every((item, index) => item === value[index]) ? value : rewritten;
  }
  return rewriteEntries(value, rewrite);
}

function rewriteEntries(record: object, rewrite: (text: string) => string): object {
  let changed = false;
  const entries = Object.entries(record).map(([key, inner]) => {
    const entry = [rewrite(key), rewriteInside(inner, rewrite)] as const;
    changed ||= entry[0] !== key || entry[1] !== inner;
    return entry;
  });
  // What is no plain object might write itself down as something else than what was looked at here.
  changed ||= Object.getPrototypeOf(record) !== Object.prototype;
  // Not by assignment: a key `__proto__` would be lost.
  return changed ? Object.fromEntries(entries) : record;
}
