import { UsageError } from "@drawbridge/core";
import type { Call } from "./call.ts";

/** How a command asks before it changes something: not at all with --yes; where nobody can be asked, --yes is needed. */
export function confirmed(call: Call, isAsking: boolean): (question: string) => Promise<boolean> {
  return async (question) => {
    if (call.has("yes")) return true;
    if (isAsking) return (await import("../prompts/ask.ts")).ask.yes(question);
    throw new UsageError("nobody can be asked here, and nothing was written: add --yes where this is what you want");
  };
}
