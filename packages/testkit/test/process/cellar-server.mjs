// A cellar of bottles served by the built core: a tool that destroys, one that takes its time, and labels to watch.

import { defineConnector, defineResource, defineTool, run } from "@drawbridge/core";
import * as z from "zod";

const bottles = ["red", "white"];
const labels = new Map([["red", "2019"]]);
const listeners = new Set();
/** Bottles whose turning was given up. */
const abandoned = [];

const pour = defineTool({
  name: "cellar_pour",
  title: "Pour away",
  description: "Pours one bottle away for good.",
  effect: "destroy",
  input: z.object({ bottle: z.string() }),
  output: z.object({ left: z.array(z.string()) }),
  plan: async ({ bottle }) => ({ summary: `The bottle ${bottle}`, stateDigest: bottles.join() }),
  async run({ bottle }) {
    bottles.splice(bottles.indexOf(bottle), 1);
    return { left: bottles };
  },
});

const turn = defineTool({
  name: "cellar_turn",
  title: "Turn",
  description: "Turns a bottle, step by step, as often as is asked.",
  effect: "read",
  input: z.object({ bottle: z.string(), times: z.int().min(1) }),
  output: z.object({ turned: z.number() }),
  async run({ bottle, times }, { signal, progress }) {
    signal.addEventListener("abort", () => abandoned.push(bottle));
    for (let done = 1; done <= times; done += 1) {
      await new Promise((resolve) => setTimeout(resolve, 120));
      signal.throwIfAborted();
      progress(done, times);
    }
    return { turned: times };
  },
});

const look = defineTool({
  name: "cellar_look",
  title: "Look",
  description: "Tells which bottles there are, and whose turning was given up.",
  effect: "read",
  input: z.object({}),
  output: z.object({ bottles: z.array(z.string()), abandoned: z.array(z.string()) }),
  run: async () => ({ bottles, abandoned }),
});

const relabel = defineTool({
  name: "cellar_relabel",
  title: "Relabel",
  description: "Puts another label on a bottle.",
  effect: "write",
  input: z.object({ bottle: z.string(), label: z.string() }),
  output: z.object({ label: z.string() }),
  async run({ bottle, label }) {
    labels.set(bottle, label);
    for (const { uri, listener } of listeners) if (uri === `cellar://${bottle}`) listener.changed();
    return { label };
  },
});

const label = defineResource({
  name: "label",
  title: "Label",
  description: "What stands on a bottle.",
  uriTemplate: "cellar://{bottle}",
  read: async (uri) => ({ body: labels.get(uri.slice("cellar://".length)) ?? "" }),
  async watch(uri, listener) {
    const watch = { uri, listener };
    listeners.add(watch);
    return { close: () => void listeners.delete(watch) };
  },
});

await run(
  defineConnector({
    name: "cellar",
    title: "Cellar",
    description: "Serves a cellar.",
    examples: [],
    package: new URL("../../package.json", import.meta.url),
    options: z.object({}),
    open: async () => bottles,
    check: async () => ({}),
    tools: [pour, turn, look, relabel],
    resources: [label],
  }),
);
