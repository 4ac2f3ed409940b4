import type { Connector } from "./connector.ts";
import { defineConnector } from "./define-connector.ts";
import type { Tool } from "./tool.ts";

/** A connector as its options make it. */
export interface ServedConnector extends Connector {
  /** Those of its tools that the options brought. */
  readonly brought?: readonly Tool<unknown>[];
}

/** Adds the tools that the options bring. Throws `UsageError` where they cannot be had. */
export async function servedConnector(
  connector: Connector,
  options: Parameters<NonNullable<Connector["moreTools"]>>[0],
): Promise<ServedConnector> {
  const brought = (await connector.moreTools?.(options)) ?? [];
  if (brought.length === 0) return connector;
  return { ...defineConnector({ ...connector, tools: [...connector.tools, ...brought] }), brought };
}
