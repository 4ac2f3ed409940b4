import { ConnectorError, defineTool, sha256, type Tool, type ToolDefinition } from "@drawbridge/core";
import type * as z from "zod";
import type { FigmaApi } from "../api/figma-api.ts";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import type { Change } from "./change.ts";

interface ChangeDefinition<Input extends z.ZodObject>
  extends Pick<
    ToolDefinition<FigmaClient, Input>,
    "name" | "title" | "description" | "effect" | "additive" | "idempotent" | "input"
  > {
  /** What a call would change. Nothing is changed by asking. */
  change(input: z.output<Input>, client: FigmaClient, api: FigmaApi): Promise<Change>;
}

/** Declares a tool that changes something at Figma: what it would do can be asked for, and is what a person approves. */
export function defineChange<Input extends z.ZodObject>({
  change,
  ...definition
}: ChangeDefinition<Input>): Tool<FigmaClient> {
  return defineTool<FigmaClient, Input>({
    ...definition,
    dryRun: "plan",
    async plan(input, context) {
      const { summary, state } = await change(input, context.client, context.client.api(callOf(context)));
      return { summary, stateDigest: digestOf(state) };
    },
    async run(input, context) {
      const made = await change(input, context.client, context.client.api(callOf(context)));
      const { approvedState } = context;
      if (approvedState !== undefined && approvedState !== digestOf(made.state))
        throw new ConnectorError(
          "conflict",
          "Something changed at Figma since this was approved, and nothing was done. Look at it again.",
        );
      return made.apply();
    },
  });
}

function digestOf(state: unknown): string {
  return sha256(JSON.stringify(state) ?? "");
}
