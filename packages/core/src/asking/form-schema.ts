import * as z from "zod";

type Node = Readonly<Record<string, unknown>>;

const plainTypes: ReadonlySet<unknown> = new Set(["string", "number", "integer", "boolean"]);

/**
 * A form's fields in the part of JSON Schema that hosts draw forms from. Throws for a field that no form has.
 *
 * @see https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation#requested-schema
 */
export function formSchema(fields: z.ZodObject): Node {
  const { properties = {}, required } = z.toJSONSchema(fields, {
    io: "input",
    override: ({ jsonSchema: node }) => {
      // Zod states the bounds of a double's integers on every integer, and the expression behind every format.
      if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
      if (node.minimum === Number.MIN_SAFE_INTEGER) delete node.minimum;
      if (node.format !== undefined) delete node.pattern;
    },
  });
  const named = Object.entries(properties).map(([name, node]) => [name, formField(name, node as Node)]);
  return { type: "object", properties: Object.fromEntries(named), ...(required === undefined ? {} : { required }) };
}

function formField(name: string, node: Node): Node {
  const { anyOf, items, ...rest } = node;
  if (anyOf !== undefined) return { ...rest, type: "string", oneOf: titled(name, anyOf) };
  if (plainTypes.has(node.type)) return node;
  const { anyOf: choices, ...item } = (items ?? {}) as Node;
  if (node.type === "array" && choices !== undefined) return { ...rest, items: { anyOf: titled(name, choices) } };
  if (node.type === "array" && Array.isArray(item.enum)) return node;
  throw notInForms(name);
}

function titled(name: string, choices: unknown): Node[] {
  return (choices as readonly Node[]).map(({ const: value, title }) => {
    if (typeof value !== "string" || typeof title !== "string") throw notInForms(name);
    return { const: value, title };
  });
}

function notInForms(name: string): Error {
  return new Error(`${name} is no field of a form: texts, numbers, booleans and choices are`);
}
