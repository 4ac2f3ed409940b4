import type { ToolContext } from "@drawbridge/core";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import { takeFrom } from "../listing/take-from.ts";

interface Asked {
  readonly file: string;
  readonly nodes?: readonly string[] | undefined;
}

/** Dev resources of a file, as many as fit. */
export async function listDevResources({ file, nodes }: Asked, context: ToolContext<FigmaClient>) {
  const { key, mainKey = key } = context.client.remote(file, "dev resources");
  const { dev_resources } = await context.client.api(callOf(context)).devResources(mainKey, nodes);
  const links = dev_resources.map(({ id, node_id, name, url }) => ({ id, node: node_id, name, url }));
  return { dev_resources: takeFrom(links, context.page) };
}
