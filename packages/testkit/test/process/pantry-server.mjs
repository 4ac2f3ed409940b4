// A pantry served by the built core, which shows its token wherever core cannot know it, or is not asked.

import { defineConnector, defineTool, option, run, UsageError } from "@drawbridge/core";
import * as z from "zod";

// A form that core does not look for.
const turned = (text) => [...text].reverse().join("");
const leaks = process.env.LEAKS === "1";

const list = defineTool({
  name: "pantry_list",
  title: "List",
  description: "Lists the jars.",
  effect: "read",
  input: z.object({}),
  async run(_, { client }) {
    return { parts: [{ text: leaks ? turned(client.token) : "jar-1" }] };
  },
});

await run(
  defineConnector({
    name: "pantry",
    title: "Pantry",
    description: "Serves a pantry.",
    examples: [],
    package: new URL("../../package.json", import.meta.url),
    options: z.object({
      token: option(z.string().min(1), { description: "Opens the pantry", secret: true }),
    }),
    async verify({ token }) {
      if (token.startsWith("canary")) throw new UsageError(`${leaks ? turned(token) : "That"} is no token`);
    },
    async open({ token }) {
      if (leaks) console.error(`opening with ${token}`);
      return { token };
    },
    check: async ({ token }) => (leaks ? { token: turned(token) } : {}),
    tools: [list],
  }),
);
