import type { Operation } from "./operation.ts";

/** Fields that hold a node's id or reference. */
const single = ["node", "parent", "component", "from", "to"] as const;
const several = ["nodes", "children", "layers"] as const;

/** The nodes that an operation names, by id or `$ref`, in the order in which it names them. */
export function nodesUsed(operation: Operation): string[] {
  const held = operation as unknown as Readonly<Record<string, unknown>>;
  const found: string[] = [];
  for (const key of single) {
    const value = held[key];
    if (typeof value === "string" && !(operation.op === "move" && key === "to")) found.push(value);
  }
  for (const key of several) if (Array.isArray(held[key])) found.push(...(held[key] as string[]));
  if (operation.op === "reactions") found.push(...operation.reactions.flatMap(({ to }) => to ?? []));
  return found;
}

/** The reference that later operations may use for what an operation makes. */
export function refMade(operation: Operation): string | undefined {
  return "ref" in operation ? operation.ref : undefined;
}

export function isRef(name: string): boolean {
  return name.startsWith("$");
}

/** Texts of an operation that may be components' ids: whether they are, the property decides for which they stand. */
export function perhapsNodes(operation: Operation): string[] {
  const given =
    operation.op === "component_property"
      ? [operation.default]
      : "properties" in operation
        ? Object.values(operation.properties ?? {})
        : [];
  return given.filter((value): value is string => typeof value === "string" && /^\d+:\d+$/.test(value));
}
