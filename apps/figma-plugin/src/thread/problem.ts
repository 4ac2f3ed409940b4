import type { Failure } from "@drawbridge/figma/bridge";

/** A refusal that says what a model can do about it. */
export class Problem extends Error {
  readonly failure: Failure;

  constructor(code: Failure["code"], message: string, more: Omit<Failure, "code" | "message"> = {}) {
    super(message);
    this.failure = { code, message, ...more };
  }
}

/** The words of anything that was thrown: Figma's own errors are of no class that the plugin knows. */
export function wordsOf(error: unknown): string {
  const message = (error as { message?: unknown } | null)?.message;
  return typeof message === "string" ? message : String(error);
}
