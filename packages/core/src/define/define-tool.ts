import * as z from "zod";
import { strictInput } from "./strict-input.ts";
import type { Tool, ToolDefinition } from "./tool.ts";

const cursor = z.string().max(4096).optional().describe("nextCursor of the previous answer, to go on from there");
const dryRunFlag = z.boolean().default(false).describe("Change nothing: only tell what the call would do");
const nextCursor = z.string().optional().describe("More follows: pass this as cursor");

/**
 * Declares one tool. Its effect is the only thing that it says of its danger; validation, access, deadlines,
 * redaction, budgets, paging and presentation of errors are core's.
 */
export function defineTool<
  Client,
  Input extends z.ZodObject,
  Output extends z.ZodObject | undefined = undefined,
  Asked = undefined,
>(definition: ToolDefinition<Client, Input, Output, Asked>): Tool<Client> {
  const { name, input, output, pages, plan, dryRun, ask } = definition;
  if (dryRun === "plan" && (plan === undefined || output !== undefined)) {
    throw new Error(`${name} answers a dry run with its plan, for which it must have one and answer text`);
  }
  if (ask !== undefined && pages !== undefined) {
    throw new Error(`${name} asks, which the next page may not do again`);
  }
  const added = {
    ...(pages === undefined ? {} : { cursor }),
    ...(dryRun === undefined ? {} : { dry_run: dryRunFlag }),
  };
  return {
    ...(definition as unknown as Tool<Client>),
    input: strictInput(Object.keys(added).length === 0 ? input : input.extend(added)),
    ...(output === undefined ? {} : { output: pages === undefined ? output : output.extend({ nextCursor }) }),
  };
}
