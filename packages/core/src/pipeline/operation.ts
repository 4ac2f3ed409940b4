import type { Effect } from "../effects/effect.ts";
import type { Call } from "./call.ts";
import type { Reply } from "./reply.ts";

/** Something that can be called: a tool, a resource, a prompt, a completion, made ready once at start. */
export interface Operation {
  readonly kind: "tool" | "resource" | "prompt" | "list" | "completion";
  readonly name: string;
  /** The least that a call of it does: what decides whether it is listed. */
  readonly lowestEffect: Effect;
  /** What a call with this parsed input does. */
  effectOf(input: unknown): Effect;
  /** The input as its schema reads it. Throws `invalid_input`. */
  parse(input: unknown): unknown;
  invoke(call: Call): Promise<Reply>;
}
