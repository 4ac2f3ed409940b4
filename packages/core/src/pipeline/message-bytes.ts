import type { PromptMessage } from "../define/prompt.ts";
import { cutContent } from "./cut-content.ts";
import { partText } from "./part-text.ts";

/** How large a prompt's message is, with the headers and the marks around what it brings from outside. */
export function messageBytes(message: PromptMessage): number {
  if (!("content" in message)) return Buffer.byteLength(partText(message));
  const { facts = {}, parts } = message.content;
  const tooLarge = () => {
    throw new Error("Nothing is over no limit");
  };
  return cutContent({ kind: "content", facts, parts }, Number.POSITIVE_INFINITY, tooLarge).bytes;
}
