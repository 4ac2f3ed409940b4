import type * as z from "zod";
import type { Prompt } from "../define/prompt.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Call } from "../pipeline/call.ts";
import type { Operation } from "../pipeline/operation.ts";
import { callContext } from "./call-context.ts";
import { describeIssues } from "./describe-issues.ts";
import { prepareCompletions } from "./prepare-completions.ts";
import type { Listing } from "./prepared.ts";

/** A prompt made ready: how it is listed, the operation that getting it is, and those that suggest its arguments. */
interface PreparedPrompt {
  readonly listing: Listing;
  readonly operation: Operation;
  readonly completions: ReadonlyMap<string, Operation>;
}

/** Makes a prompt ready, once for all connections. */
export function preparePrompt(prompt: Prompt<unknown>): PreparedPrompt {
  const { name, title, description, input } = prompt;
  const operation: Operation = {
    kind: "prompt",
    name,
    title,
    lowestEffect: "read",
    effectOf: () => "read",
    parse(given) {
      const parsed = input.safeParse(given ?? {});
      if (parsed.success) return parsed.data;
      throw new ConnectorError("invalid_input", `${name}: ${describeIssues(parsed.error, Object.keys(input.shape))}`);
    },
    ...(prompt.ask === undefined ? {} : { ask: (call, ask) => asked(prompt, call, ask) }),
    async invoke(call) {
      const written = await prompt.write(call.input as never, await callContext(call), call.asked as never);
      return { kind: "prompt", messages: typeof written === "string" ? [{ text: written }] : written };
    },
  };
  return {
    listing: { name, title, description, arguments: Object.entries(input.shape).map(argumentOf) },
    operation,
    completions: prepareCompletions(name, Object.keys(input.shape), prompt.complete?.bind(prompt)),
  };
}

async function asked(prompt: Prompt<unknown>, call: Call, ask: unknown): Promise<unknown> {
  return prompt.ask?.(call.input as never, Object.assign(await callContext(call), { ask: ask as never }));
}

function argumentOf([name, schema]: [string, z.core.$ZodType]): object {
  const { description } = schema as z.ZodType;
  const required = !(schema as z.ZodType).safeParse(undefined).success;
  return { name, ...(description === undefined ? {} : { description }), required };
}
