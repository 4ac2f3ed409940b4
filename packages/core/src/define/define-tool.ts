import * as z from "zod";
import { strictInput } from "./strict-input.ts";
import type { Tool, ToolDefinition } from "./tool.ts";

const cursor = z.string().max(4096).optional().describe("nextCursor of the previous answer, to go on from there");
const nextCursor = z.string().optional().describe("More follows: pass this as cursor");

/**
 * Declares one tool. Its effect is the only thing that it says of its danger; validation, access, deadlines,
 * redaction, budgets, paging and presentation of errors are core's.
 */
export function defineTool<Client, Input extends z.ZodObject, Output extends z.ZodObject | undefined = undefined>(
  definition: ToolDefinition<Client, Input, Output>,
): Tool<Client> {
  const { input, output, pages } = definition;
  const paged = pages === undefined ? input : input.extend({ cursor });
  return {
    ...(definition as unknown as Tool<Client>),
    input: strictInput(paged),
    ...(output === undefined ? {} : { output: pages === undefined ? output : output.extend({ nextCursor }) }),
  };
}
