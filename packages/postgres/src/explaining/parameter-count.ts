import { nodesIn } from "../executing/nodes-in.ts";
import type { ParsedStatement } from "../policy/parse-statement.ts";

/** The highest of $1, $2 … in a statement. */
export function parameterCount({ node }: ParsedStatement): number {
  const numbers = [...nodesIn(node)].map(([kind, { number }]) => (kind === "ParamRef" ? Number(number) : 0));
  return Math.max(0, ...numbers);
}
