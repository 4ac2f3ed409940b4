import * as z from "zod";
import { defineConnector, defineTool, run } from "../../src/index.ts";
import { type EchoTool, echoTools } from "./echo-tools.ts";

function toolOf({ output, ...definition }: EchoTool) {
  if (output !== undefined) {
    return defineTool({ ...definition, effect: "read", output, run: async (input) => input });
  }
  return defineTool({ ...definition, effect: "read", run: async ({ text }) => ({ parts: [{ text: String(text) }] }) });
}

/** Serves the echo tools as a connector. What it takes beyond the same tools on the bare SDK is core's pipeline. */
export function serve(): Promise<void> {
  return run(
    defineConnector({
      name: "echo",
      title: "Echo",
      description: "Answers with what it is sent.",
      examples: [],
      // Of the bundle, which stands in a folder beside it.
      package: new URL("../package.json", import.meta.url),
      options: z.object({}),
      open: async () => undefined,
      check: async () => ({}),
      tools: echoTools.map(toolOf),
    }),
  );
}
