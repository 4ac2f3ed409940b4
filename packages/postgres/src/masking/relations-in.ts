import type { WrittenName } from "../policy/written-call.ts";

/** Every relation that a statement names, those that it changes or defines too. */
export function* relationsIn(value: unknown): Generator<WrittenName> {
  if (typeof value !== "object" || value === null) return;
  const { relname, schemaname } = value as { relname?: unknown; schemaname?: string };
  if (typeof relname === "string") yield { schema: schemaname, name: relname };
  for (const inner of Object.values(value)) yield* relationsIn(inner);
}
