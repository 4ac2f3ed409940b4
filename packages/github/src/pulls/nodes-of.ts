import type { Many } from "./overview-answer.ts";

/** The nodes that are there: GitHub puts null for what the token may not see. */
export function nodesOf<Node>(many: Many<Node> | null | undefined): readonly Node[] {
  return (many?.nodes ?? []).filter((node): node is Node & {} => node !== null);
}
