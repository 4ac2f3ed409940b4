import type { Plan } from "../define/plan.ts";
import type { Questions } from "../define/question.ts";
import type { Effect } from "../effects/effect.ts";
import type { Call } from "./call.ts";
import type { Reply } from "./reply.ts";

/** Something that can be called: a tool, a resource, a prompt, a completion, a subscription. */
export interface Operation {
  readonly kind: "tool" | "resource" | "prompt" | "list" | "completion" | "subscription";
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** The least that a call of it does: what decides whether it is listed. */
  readonly lowestEffect: Effect;
  /** Whether nobody is ever asked anything for it: a read that has no questions. */
  readonly asksNobody?: boolean;
  /** What a call with this parsed input does. */
  effectOf(input: unknown): Effect | Promise<Effect>;
  /** Whether a call with this parsed input is only to tell what it would do; absent where none can be. */
  isDryRun?(input: unknown): boolean;
  /** The input as its schema reads it. Throws `invalid_input`. */
  parse(input: unknown): unknown;
  /** What a call with this parsed input would do; absent where nothing can be said but the input itself. */
  plan?(call: Call): Promise<Plan>;
  /** What the host has to be asked first; absent where it is never asked. Throws while something is unanswered. */
  ask?(call: Call, ask: (questions: Questions) => Promise<Record<string, unknown>>): Promise<unknown>;
  invoke(call: Call): Promise<Reply>;
}
