// A small connector served by the built core, for tests that need a process of its own.

import * as z from "zod";
import { defineConnector, defineTool, run } from "../../dist/index.js";

const wait = defineTool({
  name: "shelf_wait",
  title: "Wait",
  description: "Answers after so many milliseconds, whether it is told to stop or not.",
  effect: "read",
  input: z.object({ milliseconds: z.int() }),
  async run({ milliseconds }) {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return { parts: [{ text: "waited" }] };
  },
});

const crash = defineTool({
  name: "shelf_crash",
  title: "Crash",
  description: "Throws where nobody catches it.",
  effect: "read",
  input: z.object({}),
  async run() {
    setImmediate(() => {
      throw new Error("nobody caught this");
    });
    return { parts: [{ text: "about to" }] };
  },
});

await run(
  defineConnector({
    name: "shelf",
    title: "Shelf",
    description: "Serves a shelf.",
    examples: [],
    package: new URL("../../package.json", import.meta.url),
    options: z.object({}),
    open: async () => ({}),
    close: async () => console.error("closed the shelf"),
    check: async () => ({ boards: 3 }),
    tools: [wait, crash],
  }),
);
