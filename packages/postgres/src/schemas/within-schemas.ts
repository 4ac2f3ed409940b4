import type { Description } from "../browsing/masked-description.ts";
import type { Database } from "../database/database.ts";
import { textOf } from "./text-of.ts";

/** A description without the parts that name what is in schemas that are not served. */
export async function withinSchemas(
  description: Description,
  { schemas }: Database,
  signal: AbortSignal,
): Promise<Description> {
  if (schemas === undefined) return description;
  const isKept = async (value: unknown) => !(await schemas.namesOthers(textOf(value), signal));
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(description)) {
    if (Array.isArray(value)) kept[key] = await filtered(value, isKept);
    else if (key === "schema" || key === "name" || (await isKept(value))) kept[key] = value;
  }
  return kept as unknown as Description;
}

async function filtered(values: readonly unknown[], isKept: (value: unknown) => Promise<boolean>): Promise<unknown[]> {
  const kept: unknown[] = [];
  for (const value of values) {
    if (await isKept(value)) kept.push(value);
    // A column stays, without what of it names others.
    else if (typeof value === "object" && value !== null && "type" in value) kept.push(await trimmed(value, isKept));
  }
  return kept;
}

async function trimmed(column: object, isKept: (value: unknown) => Promise<boolean>): Promise<Record<string, unknown>> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(column))
    kept[key] = (await isKept(value)) ? value : key === "type" ? "(of a schema that is not served)" : undefined;
  return kept;
}
