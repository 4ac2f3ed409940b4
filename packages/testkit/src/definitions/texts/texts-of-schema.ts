import * as z from "zod";
import type { DefinitionText } from "./definition-text.ts";

/** Keywords whose keys are names that the author chose. */
const keywordsOfNames = new Set(["properties", "patternProperties", "$defs"]);
/** Fixed words of the format, and names that `properties` has already. */
const keywordsPassedOver = new Set(["$schema", "type", "required"]);
const keywordsOfProse = new Set(["description", "title"]);

/**
 * Every text in a schema as a host lists it, at any depth: names, descriptions, enum values, defaults, and whatever else
 * `meta` put there.
 */
export function textsOfSchema(schema: z.ZodType, where: string): readonly DefinitionText[] {
  return textsIn(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), where);
}

function textsIn(node: unknown, where: string, role: DefinitionText["role"] = "value"): readonly DefinitionText[] {
  if (typeof node === "string") return [{ where, text: node, role }];
  if (Array.isArray(node)) return node.flatMap((item, index) => textsIn(item, `${where}[${index}]`));
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([keyword, value]) => textsUnder(keyword, value, where));
}

function textsUnder(keyword: string, value: unknown, where: string): readonly DefinitionText[] {
  if (keywordsPassedOver.has(keyword)) return [];
  if (keyword === "items" && !Array.isArray(value)) return textsIn(value, `${where}[]`);
  if (keywordsOfNames.has(keyword) && typeof value === "object" && value !== null) return textsOfNamed(value, where);
  const role = keywordsOfProse.has(keyword) ? "prose" : "value";
  // A key that is no keyword reaches the model like any other text.
  return [{ where, text: keyword, role: "value" }, ...textsIn(value, `${where}.${keyword}`, role)];
}

function textsOfNamed(schemas: object, where: string): readonly DefinitionText[] {
  return Object.entries(schemas).flatMap(([name, schema]): readonly DefinitionText[] => [
    { where: `${where}.${name} (name)`, text: name, role: "name" },
    ...textsIn(schema, `${where}.${name}`),
  ]);
}
