import { firstOfUsers } from "../catalog/first-of-users.ts";
import type { UsageFacts } from "../catalog/usage-facts.ts";

/**
 * Whether a statement runs no code but PostgreSQL's own, and what only a superuser can make (operator classes, the input and output
 * of base types): nothing that it names or leads to is a function that somebody made, or a foreign table.
 */
export function isBuiltIn({ functions, relations, canonicals }: UsageFacts): boolean {
  return (
    [...functions.map(({ oid }) => oid), ...canonicals].every((oid) => Number(oid) < firstOfUsers) &&
    relations.every(({ kind }) => kind !== "f")
  );
}
