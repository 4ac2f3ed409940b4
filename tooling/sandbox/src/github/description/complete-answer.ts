import type { ErrorObject } from "ajv";

/** As much of a schema as a sample is made from. */
export interface PropertySchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly PropertySchema[];
  readonly $ref?: string;
}

/**
 * Puts into an answer what GitHub always tells and the emulator leaves out: addresses, counts, nulls. Nothing that a program
 * would act on is made up: only what is required and missing, by its schema.
 *
 * @returns whether anything was put in
 */
export function completeAnswer(
  body: unknown,
  errors: readonly ErrorObject[],
  resolve: (schema: PropertySchema) => PropertySchema,
): boolean {
  let isChanged = false;
  for (const { keyword, instancePath, params, parentSchema, message } of errors) {
    if (keyword !== "required") {
      isChanged =
        replaceNull(body, instancePath, message ?? "", parentSchema as PropertySchema | undefined) || isChanged;
      continue;
    }
    const place = at(body, instancePath);
    const name = (params as { missingProperty: string }).missingProperty;
    if (typeof place !== "object" || place === null || name in place) continue;
    const schema = (parentSchema as { properties?: Record<string, PropertySchema> } | undefined)?.properties?.[name];
    (place as Record<string, unknown>)[name] = sampleOf(resolve(schema ?? {}), name);
    isChanged = true;
  }
  return isChanged;
}

/** The emulator says null where GitHub has a text, and nothing where it has an address. */
function replaceNull(body: unknown, path: string, message: string, schema: PropertySchema = {}): boolean {
  const cut = path.lastIndexOf("/");
  const place = at(body, path.slice(0, Math.max(0, cut)));
  const name = path.slice(cut + 1);
  const isObject = typeof place === "object" && place !== null;
  const value = isObject ? (place as Record<string, unknown>)[name] : undefined;
  const isLacking = isObject && (value === null || value === "");
  if (!isLacking || !message.startsWith("must")) return false;
  (place as Record<string, unknown>)[name] = sampleOf(schema, name);
  return true;
}

function at(body: unknown, path: string): unknown {
  const steps = path
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>((place, step) => (place as Record<string, unknown> | undefined)?.[step], body);
}

function sampleOf(schema: PropertySchema, name: string): unknown {
  const types = [schema.type ?? []].flat();
  if (types.includes("null") || schema.anyOf?.some(({ type }) => type === "null")) return null;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.format === "uri" || name.endsWith("url")) return "http://127.0.0.1/";
  if (schema.format === "date-time") return "2026-01-01T00:00:00Z";
  switch (types[0]) {
    case "integer":
    case "number":
      return 0;
    case "boolean":
      return false;
    case "array":
      return [];
    case "string":
      return "";
    default:
      return {};
  }
}
