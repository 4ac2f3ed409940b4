import {
  type CallContext,
  type Connector,
  ConnectorError,
  defineConnector,
  definePrompt,
  defineResource,
  option,
} from "@drawbridge/core";
import * as z from "zod";
import type { Fault } from "./fault.ts";
import type { PantryClient } from "./pantry-client.ts";
import { readingTools } from "./reading-tools.ts";
import { writingTools } from "./writing-tools.ts";

/** A connector to a pantry: sound, or with one fault. */
export function pantry(client: PantryClient, fault: Fault | undefined): Connector {
  const connector = defineConnector({
    name: "pantry",
    title: "Pantry",
    description: "Serves a pantry.",
    examples: [],
    package: new URL("../../package.json", import.meta.url),
    options: z.object({
      token: option(z.string().min(1).optional(), { description: "Opens the pantry", secret: true }),
      down: option(z.boolean().default(false), { description: "The pantry cannot be opened" }),
      ...(fault === "password unmarked"
        ? { password: option(z.string().optional(), { description: "A secret" }) }
        : {}),
    }),
    async open({ down }) {
      if (down && fault === "system down by surprise") throw new TypeError("Cannot read properties of undefined");
      if (down) throw new ConnectorError("unavailable", "The pantry is locked. Try again in the morning.");
      return client;
    },
    check: async () => ({}),
    tools: [...readingTools(fault), ...writingTools(fault)],
    resources: [jarOf(fault)],
    prompts: [cookOf(fault)],
  });
  return connector as unknown as Connector;
}

function jarOf(fault: Fault | undefined) {
  return defineResource<PantryClient>({
    name: "jar",
    title: "Jar",
    description: "What is in a jar.",
    uriTemplate: "jar://{name}",
    like: fault === "resource like no tool" ? "pantry_look" : "pantry_list",
    async list({ client }) {
      const listed = client.names.map((name) => ({ uri: `jar://${name}`, name }));
      if (fault === "resource listed twice") return [...listed, ...listed];
      if (fault === "resource of no template") return [{ uri: "file:///etc/passwd", name: "passwords" }];
      return fault === "resource without a name" ? [{ uri: "jar://jar-1", name: " " }] : listed;
    },
    async complete(_, typed, { client }) {
      if (fault === "address completed by numbers") return [1 as unknown as string];
      if (fault === "address whose completion fails") decodeURIComponent(typed);
      return client.names.filter((name) => name.startsWith(typed));
    },
    async read(uri, { client }: CallContext<PantryClient>) {
      if (fault === "reading a resource writes") client.jars.delete("jar-2");
      const name = uri.slice("jar://".length);
      const grams = client.jars.get(fault === "address that fails" ? decodeURIComponent(name) : name);
      if (fault === "resource failing" && name === "jar-3") throw new TypeError("The jar is shut");
      if (grams === undefined) throw new ConnectorError("not_found", "There is no such jar; pantry_list has them all.");
      return { body: `${grams} g` };
    },
  });
}

function cookOf(fault: Fault | undefined) {
  const cook = {
    name: "cook",
    title: "Cook",
    description: "Asks for a dish to be cooked.",
    like: fault === "prompt like no tool" ? "pantry_look" : "pantry_list",
    input: z.object({ dish: z.string().max(64) }),
    async write({ dish }: { dish: string }) {
      if (fault === "prompt that fails" && dish.includes("\0")) throw new TypeError("A string contains NUL");
      return fault === "prompt without a word" ? "" : `Cook ${dish}.`;
    },
  };
  return fault === "prompt with room for anything" ? cook : definePrompt(cook);
}
