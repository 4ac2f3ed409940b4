import type * as z from "zod";
import type { OptionDescription } from "./option-description.ts";
import { optionRegistry } from "./option-registry.ts";

interface Unwrapped {
  readonly schema: z.core.$ZodType;
  readonly required: boolean;
  readonly defaultValue: unknown;
}

/** Reads a zod object whose every field was made with `option`. Throws for one that was not: it could not be given. */
export function describeOptions(options: z.ZodObject): readonly OptionDescription[] {
  return Object.entries(options.shape).map(([key, schema]) => describeOption(key, schema));
}

function describeOption(key: string, schema: z.core.$ZodType): OptionDescription {
  const metadata = optionRegistry.get(schema);
  if (metadata === undefined) throw new Error(`The option ${key} is not made with option()`);
  const inner = unwrap(schema);
  const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const own = `DRAWBRIDGE_${name.replaceAll("-", "_").toUpperCase()}`;
  return {
    key,
    name,
    kind: kindOf(inner.schema),
    environment: metadata.flagOnly ? [] : [own, ...(metadata.environment ?? [])],
    description: metadata.description,
    placeholder: metadata.placeholder ?? choices(inner.schema) ?? "<text>",
    secret: metadata.secret ?? false,
    secretsWithin: metadata.secretsWithin ?? ((value) => (metadata.secret === true ? [value] : [])),
    holdsSecrets: metadata.secret === true || metadata.secretsWithin !== undefined,
    emptyCounts: metadata.emptyCounts ?? false,
    positional: metadata.positional ?? false,
    path: metadata.path ?? false,
    flagOnly: metadata.flagOnly ?? false,
    required: inner.required,
    separator: metadata.separator,
    defaultText: metadata.defaultText ?? textOf(inner.defaultValue),
  };
}

function unwrap(schema: z.core.$ZodType): Unwrapped {
  const definition = schema._zod.def as z.core.$ZodTypeDef & {
    innerType?: z.core.$ZodType;
    in?: z.core.$ZodType;
    defaultValue?: unknown;
  };
  if (definition.innerType !== undefined) {
    const inner = unwrap(definition.innerType);
    return { schema: inner.schema, required: false, defaultValue: definition.defaultValue ?? inner.defaultValue };
  }
  if (definition.in !== undefined) return unwrap(definition.in);
  return { schema, required: true, defaultValue: undefined };
}

function kindOf(schema: z.core.$ZodType): OptionDescription["kind"] {
  const { type } = schema._zod.def;
  if (type === "boolean" || type === "number") return type;
  return type === "array" ? "list" : "text";
}

function choices(schema: z.core.$ZodType): string | undefined {
  const definition = schema._zod.def as z.core.$ZodTypeDef & { entries?: Record<string, string> };
  return definition.entries === undefined ? undefined : Object.values(definition.entries).join("|");
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === false) return undefined;
  return (Array.isArray(value) ? value.join(" ") : String(value)) || undefined;
}
