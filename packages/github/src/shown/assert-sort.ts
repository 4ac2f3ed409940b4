import { ConnectorError } from "@drawbridge/core";

/** Throws `invalid_input` for an order that GitHub does not know of one kind, naming those that it does. */
export function assertSort(sort: string | undefined, known: readonly string[] = [], kind: string): void {
  if (sort === undefined || known.includes(sort)) return;
  const choices = known.length === 0 ? "cannot be sorted" : `can be sorted by ${known.join(", ")}`;
  throw new ConnectorError("invalid_input", `${kind} ${choices}. Without sort they come in GitHub's own order.`);
}
