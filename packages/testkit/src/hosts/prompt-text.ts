interface PromptResult {
  readonly messages: ReadonlyArray<{ readonly content: unknown }>;
}

/** The text of a prompt's messages, of either SDK. */
export function promptText({ messages }: PromptResult): string {
  return messages.map(({ content }) => (content as { readonly text?: string }).text ?? "").join("\n");
}
