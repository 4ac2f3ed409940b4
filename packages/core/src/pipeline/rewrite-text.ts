import type { Content, ContentPart, Facts, Part } from "../define/content.ts";
import type { PromptMessage } from "../define/prompt.ts";
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
      return { ...reply, ...rewriteContent(reply, rewrite) };
    case "list":
      return { ...reply, items: rewriteInside(reply.items, rewrite) as unknown[] };
    case "question":
      return { ...reply, questions: rewriteInside(reply.questions, rewrite) as typeof reply.questions };
    case "prompt":
      return { ...reply, messages: reply.messages.map((message) => rewriteMessage(message, rewrite)) };
    case "resource": {
      const told = reply.facts === undefined ? reply : { ...reply, facts: rewriteFacts(reply.facts, rewrite) };
      return typeof told.body === "string" ? { ...told, body: rewrite(told.body) } : told;
    }
  }
}

function rewriteMessage(message: PromptMessage, rewrite: (text: string) => string): PromptMessage {
  if (!("content" in message)) return rewritePart(message, rewrite);
  return { ...message, content: rewriteContent(message.content, rewrite) };
}

function rewriteContent({ facts = {}, parts }: Content, rewrite: (text: string) => string): Required<Content> {
  return { facts: rewriteFacts(facts, rewrite), parts: parts.map((part) => rewriteContentPart(part, rewrite)) };
}

function rewriteContentPart(part: ContentPart, rewrite: (text: string) => string): ContentPart {
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
  return Array.isArray(value) ? rewriteItems(value, rewrite) : rewriteEntries(value, rewrite);
}

function rewriteItems(items: readonly unknown[], rewrite: (text: string) => string): readonly unknown[] {
  let rewritten: unknown[] | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    const shown = rewriteInside(item, rewrite);
    if (shown === item) continue;
    rewritten ??= [...items];
    rewritten[index] = shown;
  }
  return rewritten ?? items;
}

function rewriteEntries(record: object, rewrite: (text: string) => string): object {
  const given = record as Readonly<Record<string, unknown>>;
  const keys = Object.keys(given);
  // What is no plain object might write itself down as something else than what was looked at here.
  let rewritten: Array<[string, unknown]> | undefined =
    Object.getPrototypeOf(given) === Object.prototype ? undefined : [];
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    const shownKey = rewrite(key);
    const shown = rewriteInside(given[key], rewrite);
    const changed = shownKey !== key || shown !== given[key];
    if (changed) rewritten ??= keys.slice(0, index).map((before) => [before, given[before]]);
    rewritten?.push([shownKey, shown]);
  }
  // Not by assignment: a key `__proto__` would be lost.
  return rewritten === undefined ? record : Object.fromEntries(rewritten);
}
