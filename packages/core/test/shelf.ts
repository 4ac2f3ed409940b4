import * as z from "zod";
import { defineConnector } from "../src/define/define-connector.ts";
import { definePrompt } from "../src/define/define-prompt.ts";
import { defineResource } from "../src/define/define-resource.ts";
import { defineTool } from "../src/define/define-tool.ts";
import type { ToolContext } from "../src/define/tool-context.ts";
import { option } from "../src/options/option.ts";

/** A shelf of notes: the system behind the small connector that core is tested with. */
export class Shelf {
  readonly notes = new Map([["monday", "bread"]]);
  /** What has run, in order. */
  readonly ran: string[] = [];
  /** The signals that `shelf_wait` was handed. */
  readonly signals: AbortSignal[] = [];
}

const name = z.string().max(100).describe("Of the note");

const read = defineTool<Shelf, z.ZodObject<{ name: typeof name }>>({
  name: "shelf_read",
  title: "Read",
  description: "Reads one note.",
  effect: "read",
  input: z.object({ name }),
  async run(input, { client }) {
    client.ran.push("read");
    return { facts: { note: input.name }, parts: [{ text: client.notes.get(input.name) ?? "" }] };
  },
});

const list = defineTool({
  name: "shelf_list",
  title: "List",
  description: "Lists the names of notes.",
  effect: "read",
  pages: "names",
  input: z.object({ prefix: z.string().default("") }),
  output: z.object({ names: z.array(z.string()) }),
  async run({ prefix }, { client, page }: ToolContext<Shelf>) {
    const all = [...client.notes.keys()].filter((key) => key.startsWith(prefix));
    const start = (page.place as number | undefined) ?? 0;
    const names: string[] = [];
    for (const key of all.slice(start)) {
      if (!page.take(key)) {
        page.stopAt(start + names.length);
        break;
      }
      names.push(key);
    }
    return { names };
  },
});

const put = defineTool({
  name: "shelf_put",
  title: "Put",
  description: "Puts a new note on the shelf, or replaces one.",
  effect: { lowest: "write", highest: "destroy", of: ({ replace }) => (replace ? "destroy" : "write") },
  input: z.object({ name, text: z.string(), replace: z.boolean().default(false) }),
  output: z.object({ stored: z.boolean() }),
  async run(input, { client }: { client: Shelf }) {
    client.ran.push("put");
    client.notes.set(input.name, input.text);
    return { stored: true };
  },
});

const append = defineTool({
  name: "shelf_append",
  title: "Append",
  description: "Adds to the end of a note.",
  effect: "write",
  additive: true,
  idempotent: false,
  input: z.object({ name, text: z.string() }),
  async run(input, { client }: { client: Shelf }) {
    client.notes.set(input.name, (client.notes.get(input.name) ?? "") + input.text);
    return { parts: [{ text: "appended" }] };
  },
});

const burn = defineTool({
  name: "shelf_burn",
  title: "Burn",
  description: "Burns a note.",
  effect: "destroy",
  input: z.object({ name }),
  async run(input, { client }: { client: Shelf }) {
    client.ran.push("burn");
    return { parts: [{ text: String(client.notes.delete(input.name)) }] };
  },
});

const fail = defineTool({
  name: "shelf_fail",
  title: "Fail",
  description: "Fails in a way that nobody foresaw.",
  effect: "read",
  input: z.object({ detail: z.string().default("") }),
  async run({ detail }) {
    throw new TypeError(`the shelf fell on ${detail}`);
  },
});

const wait = defineTool({
  name: "shelf_wait",
  title: "Wait",
  description: "Never ends by itself.",
  effect: "read",
  input: z.object({}),
  async run(_, { client, signal }: { client: Shelf; signal: AbortSignal }) {
    client.ran.push("wait");
    client.signals.push(signal);
    return new Promise<never>(() => {});
  },
});

const flood = defineTool({
  name: "shelf_flood",
  title: "Flood",
  description: "Answers this many letters, as a record.",
  effect: "read",
  input: z.object({ letters: z.int() }),
  output: z.object({ text: z.string() }),
  run: async ({ letters }) => ({ text: "x".repeat(letters) }),
});

const note = defineResource<Shelf>({
  name: "note",
  title: "Note",
  description: "One note, exact.",
  uriTemplate: "shelf://{name}",
  mimeType: "text/plain",
  list: async ({ client }) => [...client.notes.keys()].map((key) => ({ uri: `shelf://${key}`, name: key })),
  complete: async (_, typed, { client }) => [...client.notes.keys()].filter((key) => key.startsWith(typed)),
  read: async (uri, { client }) => ({ body: client.notes.get(uri.slice("shelf://".length)) ?? "" }),
});

const review = definePrompt({
  name: "review",
  title: "Review a note",
  description: "Asks for a review.",
  input: z.object({ name, tone: z.string().optional() }),
  write: async (input, { client }: { client: Shelf }) => `Review this: ${client.notes.get(input.name)}`,
});

/** A small connector with a tool of each effect, and tools that misbehave. Opens the shelf that it is given. */
export function shelfConnector(shelf: Shelf) {
  return defineConnector({
    name: "shelf",
    title: "Shelf",
    description: "Serves a shelf of notes.",
    examples: [["npx @drawbridge/shelf", "serve it"]],
    instructions: "Read with shelf_read.",
    package: new URL("../package.json", import.meta.url),
    options: z.object({
      key: option(z.string().optional(), { description: "Opens the shelf", secret: true, environment: ["SHELF_KEY"] }),
    }),
    open: async () => shelf,
    check: async ({ notes }) => ({ notes: notes.size }),
    tools: [read, list, put, append, burn, fail, wait, flood],
    resources: [note],
    prompts: [review],
  });
}
