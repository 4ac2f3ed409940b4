import type { CallContext, Facts, ResourceBody } from "@drawbridge/core";

/** Reads a resource, and tells with it what that cost of GitHub's rate limit, as a tool's answer does. */
export async function withCost<Context extends CallContext<unknown>>(
  context: Context,
  read: (context: Context) => Promise<ResourceBody>,
): Promise<ResourceBody> {
  let cost: Facts = {};
  const note = (told: Facts) => {
    cost = told;
  };
  const body = await read({ ...context, note });
  return { ...body, facts: { ...body.facts, ...cost } };
}
