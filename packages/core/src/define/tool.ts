import type * as z from "zod";
import type { Effect } from "../effects/effect.ts";
import type { VaryingEffect } from "../effects/varying-effect.ts";
import type { AskContext } from "./ask-context.ts";
import type { CallContext } from "./call-context.ts";
import type { Content } from "./content.ts";
import type { Plan } from "./plan.ts";
import type { ToolContext } from "./tool-context.ts";

/** A tool as its author writes it; see `defineTool`. */
export interface ToolDefinition<
  Client,
  Input extends z.ZodObject,
  Output extends z.ZodObject | undefined = z.ZodObject | undefined,
  Asked = undefined,
> {
  /** `<prefix>_<verb>`, unique among all connectors; a contract once published. */
  readonly name: string;
  /** For people: a short noun or verb phrase. */
  readonly title: string;
  /** For the model: what it does, when to use which sibling, what it will not do. */
  readonly description: string;
  /** What a call may do to the system. The protocol's hints are derived from it. */
  readonly effect: Effect | VaryingEffect<z.output<Input>>;
  /** A write that only adds and overwrites nothing; clears the protocol's destructive hint. */
  readonly additive?: boolean;
  /** Calling twice with the same input leaves the system as calling once does. */
  readonly idempotent?: boolean;
  /** What each principal may have of this tool, where it costs the system more than others do; within the person's own limits. */
  readonly limits?: { readonly atOnce?: number; readonly perMinute?: number };
  /** Made strict at every depth: unknown keys are refused. */
  readonly input: Input;
  /** Present on a record tool, whose answer is structured; absent on a content tool, whose answer is text. */
  readonly output?: Output;
  /** What a page holds ("entries", "lines"); core then adds `cursor` to the input and `nextCursor` to the answer. */
  readonly pages?: string;
  /**
   * What only the host or its person can say, asked before anything runs and before a confirmation. It is begun anew in each
   * round, so it changes nothing; what it returns is handed to `plan` and `run`. Declare it above them: their types follow.
   * A dry run asks nobody: its plan is handed undefined.
   */
  ask?(input: z.output<Input>, context: AskContext<Client>): Promise<Asked>;
  /** What a call would do, without doing it: shown to the person who is asked. Writes and destroys should have one. */
  plan?(input: z.output<Input>, context: CallContext<Client>, asked: Asked): Promise<Plan>;
  /**
   * What a call with `dry_run: true`, which core then adds to the input, answers instead of running: nothing is changed and
   * nobody is asked, but the call needs the grant of the real one. `"plan"` answers with the plan's summary, on a content tool.
   */
  readonly dryRun?: "plan" | ToolDefinition<Client, Input, Output>["run"];
  run(
    input: z.output<Input>,
    context: ToolContext<Client>,
    asked: Asked,
  ): Promise<Output extends z.ZodObject ? z.input<Output> : Content>;
}

/** A tool whose input type is forgotten, so that tools of one client fit in one list. */
export interface Tool<Client>
  extends Omit<ToolDefinition<Client, z.ZodObject>, "effect" | "ask" | "plan" | "dryRun" | "run"> {
  readonly effect: Effect | VaryingEffect<never>;
  ask?(input: never, context: AskContext<Client>): Promise<unknown>;
  plan?(input: never, context: CallContext<Client>, asked?: never): Promise<Plan>;
  readonly dryRun?: "plan" | Tool<Client>["run"];
  run(input: never, context: ToolContext<Client>, asked?: never): Promise<unknown>;
}
