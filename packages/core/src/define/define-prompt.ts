import type * as z from "zod";
import type { Prompt, PromptDefinition } from "./prompt.ts";
import { strictInput } from "./strict-input.ts";

/** Declares a prompt: a message that a person picks in the host, with arguments to fill in. */
export function definePrompt<Client, Input extends z.ZodObject, Asked = undefined>(
  definition: PromptDefinition<Client, Input, Asked>,
): Prompt<Client> {
  return { ...(definition as unknown as Prompt<Client>), input: strictInput(definition.input) };
}
