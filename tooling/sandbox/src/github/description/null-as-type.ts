interface Schema {
  type?: unknown;
  enum?: unknown[];
  nullable?: boolean;
  anyOf?: unknown[];
}

/** Says `nullable`, which OpenAPI 3.0 has, as JSON Schema says it, in a whole document. Changes what it is given. */
export function nullAsType(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  for (const child of Object.values(node)) nullAsType(child);
  const schema = node as Schema;
  if (schema.nullable !== true) return;
  delete schema.nullable;
  if (typeof schema.type === "string") {
    schema.type = [schema.type, "null"];
    if (schema.enum !== undefined && !schema.enum.includes(null)) schema.enum.push(null);
    return;
  }
  const inner = { ...schema };
  for (const key of Object.keys(schema)) delete (schema as Record<string, unknown>)[key];
  schema.anyOf = [inner, { type: "null" }];
}
