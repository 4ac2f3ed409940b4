import type { ParseNode } from "../policy/parse-statement.ts";

/** Every node below one, with its kind: those that stand with their kind around them, which expressions and statements do. */
export function* nodesIn(value: unknown): Generator<readonly [kind: string, node: ParseNode]> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (/^[A-Z]/.test(name) && typeof inner === "object" && inner !== null) yield [name, inner as ParseNode];
    yield* nodesIn(inner);
  }
}
