import * as z from "zod";
import { clone } from "zod/v4/core";

type Schema = z.core.$ZodType;
type Definition = Record<string, unknown> & { shape?: unknown };

/** Where each kind of schema keeps the schemas inside it. */
const innerKeys: Readonly<Record<string, readonly string[]>> = {
  array: ["element"],
  optional: ["innerType"],
  nullable: ["innerType"],
  default: ["innerType"],
  prefault: ["innerType"],
  nonoptional: ["innerType"],
  readonly: ["innerType"],
  catch: ["innerType"],
  record: ["valueType"],
  map: ["valueType"],
  union: ["options"],
  tuple: ["items", "rest"],
  intersection: ["left", "right"],
  pipe: ["in", "out"],
};

/**
 * The same schema with unknown keys refused in every object inside it. A misspelt argument is an error that the
 * model can mend, never one silently dropped. Maps (`z.record`) stay open in their keys: they are declared as such.
 */
export function strictInput<T extends Schema>(schema: T): T {
  const definition = schema._zod.def as unknown as Definition & { type: string };
  if (definition.type === "object") return strictObject(schema, definition);
  if (definition.type === "lazy") throw new Error("An input with z.lazy in it cannot be made strict");
  const keys = innerKeys[definition.type];
  if (keys === undefined) return schema;
  const changed: Definition = {};
  for (const key of keys) changed[key] = strictInside(definition[key]);
  return clone(schema, { ...definition, ...changed } as never, { parent: true });
}

function strictObject<T extends Schema>(schema: T, definition: Definition): T {
  const shape: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(definition.shape as Record<string, Schema>)) {
    shape[key] = strictInput(inner);
  }
  return clone(schema, { ...definition, shape, catchall: z.never() } as never, { parent: true });
}

function strictInside(inner: unknown): unknown {
  // A tuple without a rest says so with null.
  if (inner === null) return inner;
  return Array.isArray(inner) ? inner.map((item) => strictInput(item as Schema)) : strictInput(inner as Schema);
}
