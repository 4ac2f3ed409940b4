import type * as z from "zod";
import type { Choices } from "../define/choices.ts";
import type { Prompt } from "../define/prompt.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Call } from "../pipeline/call.ts";
import type { Operation } from "../pipeline/operation.ts";
import { callContext } from "./call-context.ts";
import { describeIssues } from "./describe-issues.ts";
import { inputWithChoices } from "./input-with-choices.ts";
import { prepareCompletions } from "./prepare-completions.ts";
import type { Listing } from "./prepared.ts";

/** A prompt made ready: how it is declared and listed, the operation that getting it is, and those that suggest its arguments. */
interface PreparedPrompt {
  readonly definition: Listing;
  /** With the choices that the options leave. */
  readonly listing: Listing;
  readonly operation: Operation;
  readonly completions: ReadonlyMap<string, Operation>;
}

/** Makes a prompt ready, once for all connections. */
export function preparePrompt(prompt: Prompt<unknown>, choices: Choices = {}): PreparedPrompt {
  const { name, title } = prompt;
  const input = inputWithChoices(prompt.input, choices);
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
    definition: listingOf(prompt, prompt.input),
    listing: listingOf(prompt, input),
    operation,
    completions: prepareCompletions(name, Object.keys(input.shape), prompt.complete?.bind(prompt)),
  };
}

function listingOf({ name, title, description }: Prompt<unknown>, input: z.ZodObject): Listing {
  return { name, title, description, arguments: Object.entries(input.shape).map(argumentOf) };
}

async function asked(prompt: Prompt<unknown>, call: Call, ask: unknown): Promise<unknown> {
  return prompt.ask?.(call.input as never, Object.assign(await callContext(call), { ask: ask as never }));
}

function argumentOf([name, schema]: [string, z.core.$ZodType]): object {
  const { description } = schema as z.ZodType;
  const required = !(schema as z.ZodType).safeParse(undefined).success;
  return { name, ...(description === undefined ? {} : { description }), required };
}
