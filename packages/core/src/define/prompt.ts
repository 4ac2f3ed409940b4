import type * as z from "zod";
import type { CallContext } from "./call-context.ts";

/** A prompt as its author writes it; see `definePrompt`. */
export interface PromptDefinition<Client, Input extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Arguments are strings in the protocol; a schema may parse them further. */
  readonly input: Input;
  /** The text of the message that the person sends to the model. */
  write(input: z.output<Input>, context: CallContext<Client>): Promise<string>;
}

/** A prompt whose input type is forgotten, so that prompts of one client fit in one list. */
export interface Prompt<Client> extends Omit<PromptDefinition<Client, z.ZodObject>, "write"> {
  write(input: never, context: CallContext<Client>): Promise<string>;
}
