import { makeVisible, UsageError } from "@drawbridge/core";
import type { Client } from "@modelcontextprotocol/client";
import { Failure } from "../command-line/failure.ts";
import { print } from "../command-line/print.ts";
import { ask, type Offer } from "../prompts/ask.ts";
import { askInput } from "./ask-input.ts";
import type { Offered } from "./offered.ts";
import { shownAnswer, shownOffer, shownPrompt, shownResource } from "./shown.ts";

/** Lets the person at the terminal call and read what a server offers, until they have enough. */
export async function session(client: Client, offer: Offered): Promise<void> {
  print(shownOffer(offer));
  const ways: Offer[] = [
    ...(offer.tools.length > 0 ? [{ value: "tool", label: "Call a tool" }] : []),
    ...(offer.resources.length + offer.templates.length > 0 ? [{ value: "resource", label: "Read a resource" }] : []),
    ...(offer.prompts.length > 0 ? [{ value: "prompt", label: "Get a prompt" }] : []),
    { value: "end", label: "End" },
  ];
  for (;;) {
    const way = await ask.one("What next?", ways);
    if (way === "end") return;
    try {
      print(await steps[way as keyof typeof steps](client, offer));
    } catch (error) {
      // Left off by the person: that ends the whole.
      if (error instanceof Failure) throw error;
      print(
        `${error instanceof UsageError ? error.message : `The server says: ${makeVisible((error as Error).message)}`}\n`,
      );
    }
  }
}

const steps = {
  async tool(client: Client, { tools }: Offered): Promise<string> {
    const name = await ask.one(
      "Which tool?",
      tools.map((tool) => ({ value: tool.name, label: tool.name, hint: makeVisible(tool.title ?? "") })),
    );
    const schema = tools.find((tool) => tool.name === name)?.inputSchema ?? {};
    return shownAnswer(await client.callTool({ name, arguments: await askInput(schema) }));
  },
  async resource(client: Client, { resources, templates }: Offered): Promise<string> {
    const hint = [...resources.map(({ uri }) => uri), ...templates.map(({ uriTemplate }) => uriTemplate)]
      .slice(0, 5)
      .join(", ");
    return shownResource(
      await client.readResource({ uri: await ask.line(`Its address (${makeVisible(hint)})`, true) }),
    );
  },
  async prompt(client: Client, { prompts }: Offered): Promise<string> {
    const name = await ask.one(
      "Which prompt?",
      prompts.map((prompt) => ({ value: prompt.name, label: prompt.name })),
    );
    const input: Record<string, string> = {};
    for (const { name: key, description, required } of prompts.find((prompt) => prompt.name === name)?.arguments ??
      []) {
      const value = await ask.line(
        makeVisible(description === undefined ? key : `${key}: ${description}`),
        required ?? false,
      );
      if (value !== "") input[key] = value;
    }
    return shownPrompt(await client.getPrompt({ name, arguments: input }));
  },
};
