import type { Definition, Field, Schema } from "kiwi-schema";
import { FigError } from "./fig-error.ts";
import { keptMessages, keptStructs } from "./kept-schema.ts";

type Fields = Readonly<Record<string, string>>;

const primitives = new Set(["bool", "byte", "int", "uint", "float", "string", "int64", "uint64"]);

/**
 * The file's schema with all that is not kept marked as deprecated, which makes Kiwi's decoder read over it without storing
 * anything. A field is kept where its type is the expected one. Throws where a struct differs, whose layout never changes.
 */
export function narrowSchema(schema: Schema): Schema {
  const kinds = new Map(schema.definitions.map(({ name, kind }) => [name, kind]));
  return { ...schema, definitions: schema.definitions.map((definition) => narrowed(definition, kinds)) };
}

type Kinds = ReadonlyMap<string, Definition["kind"]>;

function narrowed(definition: Definition, kinds: Kinds): Definition {
  if (definition.kind === "ENUM") return definition;
  const struct = own(keptStructs, definition.name);
  const expected = struct ?? own(keptMessages, definition.name) ?? {};
  const isKind = definition.kind === (struct === undefined ? "MESSAGE" : "STRUCT");
  const fields = definition.fields.map((field) =>
    isKind && isKept(field, expected, kinds) ? { ...field, isDeprecated: false } : { ...field, isDeprecated: true },
  );
  const kept = fields.filter(({ isDeprecated }) => !isDeprecated).length;
  if (struct !== undefined && kept !== Object.keys(struct).length)
    throw new FigError("invalid_input", `The file's own schema describes ${definition.name} as no Figma file does.`);
  return { ...definition, fields };
}

function isKept(field: Field, expected: Fields, kinds: Kinds): boolean {
  const type = own(expected, field.name);
  if (type === undefined || field.isDeprecated || type !== `${field.type}${field.isArray ? "[]" : ""}`) return false;
  const element = field.type ?? "";
  if (primitives.has(element)) return true;
  return kinds.get(element) === kindOf(element);
}

function kindOf(name: string): Definition["kind"] {
  if (own(keptStructs, name) !== undefined) return "STRUCT";
  return own(keptMessages, name) === undefined ? "ENUM" : "MESSAGE";
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
