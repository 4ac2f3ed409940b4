import type { Content } from "@drawbridge/core";
import type { Channel } from "../bridge/channel.ts";
import type { Selection } from "../bridge/results.ts";
import { nodeLine } from "./node-line.ts";

/** What is selected, a line for each node. */
export function selectionContent({ key }: Channel["file"], { page, nodes, more = 0 }: Selection): Content {
  const lines = nodes.map(nodeLine);
  if (more > 0) lines.push(`… and ${more} more`);
  const text = lines.length === 0 ? "Nothing is selected." : lines.join("\n");
  return { facts: { file: key, page: page.id, selected: nodes.length + more }, parts: [{ text }] };
}
