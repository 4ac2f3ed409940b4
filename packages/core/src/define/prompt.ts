import type * as z from "zod";
import type { AskContext } from "./ask-context.ts";
import type { CallContext } from "./call-context.ts";
import type { Content, Part } from "./content.ts";

/** What came from outside, brought by a prompt as a tool answers it: under its facts, and marked as data. */
interface BroughtContent {
  readonly content: Content;
}

/** One message of a prompt; the person's own unless it says otherwise. */
export type PromptMessage = (Part | BroughtContent) & { readonly role?: "user" | "assistant" };

/** A prompt as its author writes it; see `definePrompt`. */
export interface PromptDefinition<Client, Input extends z.ZodObject, Asked = undefined> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The tool whose content it brings, or several: where `--tools` takes one away, the prompt goes with it. */
  readonly like?: string | readonly string[];
  /** Arguments are strings in the protocol; a schema may parse them further. */
  readonly input: Input;
  /** As a tool's `ask`; what it returns is handed to `write`. */
  ask?(input: z.output<Input>, context: AskContext<Client>): Promise<Asked>;
  /**
   * Suggestions for an argument, given what was typed so far.
   *
   * @param chosen the other arguments, as far as the host tells them
   */
  complete?(
    argument: string,
    typed: string,
    context: CallContext<Client>,
    chosen: Readonly<Record<string, string>>,
  ): Promise<readonly string[]>;
  /** The text of the message that the person sends to the model, or several messages. */
  write(input: z.output<Input>, context: CallContext<Client>, asked: Asked): Promise<string | readonly PromptMessage[]>;
}

/** A prompt whose input type is forgotten, so that prompts of one client fit in one list. */
export interface Prompt<Client> extends Omit<PromptDefinition<Client, z.ZodObject>, "ask" | "write"> {
  ask?(input: never, context: AskContext<Client>): Promise<unknown>;
  write(input: never, context: CallContext<Client>, asked?: never): Promise<string | readonly PromptMessage[]>;
}
