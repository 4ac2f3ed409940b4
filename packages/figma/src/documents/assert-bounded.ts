import { ConnectorError } from "@drawbridge/core";
import type { Node } from "@figma/rest-api-spec";
import { countNodes } from "./count-nodes.ts";

/** More than this no tool takes at once. */
const mostNodes = 200_000;

/** Refuses a subtree with more nodes than can be worked on. */
export function assertBounded(root: Node): void {
  if (countNodes(root, mostNodes) <= mostNodes) return;
  throw new ConnectorError(
    "refused",
    `${root.name} has over ${mostNodes} nodes, more than are read at once. Name some of its pages or frames as nodes.`,
  );
}
