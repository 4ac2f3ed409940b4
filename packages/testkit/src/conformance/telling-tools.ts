import { setTimeout as wait } from "node:timers/promises";
import { type CallContext, ConnectorError, defineTool } from "@drawbridge/core";
import * as z from "zod";

/** Milliseconds between two things that are told; core tells of progress ten times a second at most. */
const pause = 120;

const steps = ["Tool execution started", "Tool processing data", "Tool execution completed"];

async function tellSteps(_: object, { signal, tellHost }: CallContext<unknown>) {
  for (const step of steps) {
    tellHost("info", step);
    await wait(pause, undefined, { signal });
  }
  return { parts: [{ text: "Three lines were told." }] };
}

const logging = defineTool({
  name: "test_tool_with_logging",
  title: "Logging",
  description: "Tells the host three lines for its log.",
  effect: "read",
  input: z.object({}),
  run: tellSteps,
});

const quietLogging = defineTool({
  name: "test_logging_tool",
  title: "Logging on demand",
  description: "Tells the host lines for its log, if it wants any.",
  effect: "read",
  input: z.object({}),
  run: tellSteps,
});

const progress = defineTool({
  name: "test_tool_with_progress",
  title: "Progress",
  description: "Tells how far it has come.",
  effect: "read",
  input: z.object({}),
  async run(_, { progress: tell, signal }: CallContext<unknown>) {
    for (const done of [0, 50, 100]) {
      tell(done, 100);
      await wait(pause, undefined, { signal });
    }
    return { parts: [{ text: "Done." }] };
  },
});

const failure = defineTool({
  name: "test_error_handling",
  title: "Failure",
  description: "Fails, always.",
  effect: "read",
  input: z.object({}),
  async run() {
    throw new ConnectorError("conflict", "This tool intentionally returns an error for testing");
  },
});

/** Tools that tell the host something while they run, and one that fails. */
export const tellingTools = [logging, quietLogging, progress, failure];
