import type { Part } from "../define/content.ts";
import type { PromptMessage } from "../define/prompt.ts";

/** The parts of a prompt's message: itself, or those of what it brings from outside. */
export function messageParts(message: PromptMessage): readonly Part[] {
  return "content" in message ? message.content.parts : [message];
}
