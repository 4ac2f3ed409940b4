import {
  type CallContext,
  ConnectorError,
  defineTool,
  sha256,
  type Tool,
  type ToolContext,
  type ToolDefinition,
} from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import type { GithubCall } from "../api/github-call.ts";
import type { Change } from "./change.ts";

interface ChangeDefinition<Input extends z.ZodObject>
  extends Pick<
    ToolDefinition<Github, Input>,
    "name" | "title" | "description" | "effect" | "additive" | "idempotent" | "input"
  > {
  /** What a call would change. Nothing is changed by asking. */
  change(input: z.output<Input>, call: GithubCall): Promise<Change>;
}

const expectedState = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "is not the state of a dry run")
  .optional()
  .describe("What a dry_run told: refused if it is another by now");

/**
 * Declares a tool that writes. With `dry_run` it tells what it would do and the state that rests on; a call that names this
 * `expected_state` is refused where somebody changed something meanwhile.
 */
export function defineChange<Input extends z.ZodObject>({
  change,
  ...definition
}: ChangeDefinition<Input>): Tool<Github> {
  const input = definition.input.extend({ expected_state: expectedState });
  type Given = z.output<Input> & { readonly expected_state?: string };
  const changeBy = ({ expected_state: _, ...own }: Given, call: GithubCall) => change(own as z.output<Input>, call);
  const changeOf = async (given: Given, context: CallContext<Github>, allowedFlow: string | undefined) => {
    const call = context.client.changingCall(context, allowedFlow);
    const made = await changeBy(given, call);
    if (made.target !== undefined) await call.assertMayFlow(made.target);
    return made;
  };
  return defineTool<Github, z.ZodObject, undefined, string | undefined>({
    ...(definition as Pick<ToolDefinition<Github, z.ZodObject>, "name" | "title" | "description" | "effect">),
    input,
    dryRun: "plan",
    async ask(given, context) {
      if (context.client.flowGuard !== "ask") return undefined;
      const { askForFlow } = await import("../trust/ask-for-flow.ts");
      const call = context.client.changingCall(context);
      return askForFlow(call, await changeBy(given as Given, call), context);
    },
    async plan(given, context, allowedFlow) {
      const { summary, state } = await (await changeOf(given as Given, context, allowedFlow)).foresee();
      return { summary, stateDigest: digestOf(state) };
    },
    async run(given, context: ToolContext<Github>, allowedFlow) {
      const made = await changeOf(given as Given, context, allowedFlow);
      const expected = (given as Given).expected_state ?? context.approvedState;
      if (expected !== undefined) assertUnchanged(expected, digestOf((await made.foresee()).state));
      return made.apply();
    },
  });
}

function digestOf(state: unknown): string {
  return sha256(JSON.stringify(state) ?? "");
}

function assertUnchanged(expected: string, now: string): void {
  if (expected === now) return;
  throw new ConnectorError(
    "conflict",
    "Something changed since the dry run, and nothing was written. Make another with dry_run: true, and look at what it says.",
  );
}
