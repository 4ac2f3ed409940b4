interface Alternatives {
  oneOf?: unknown;
  discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> };
  required?: string[];
  properties?: Record<string, unknown>;
  allOf?: unknown[];
}

/**
 * Says as `if` and `then` which of several schemas a value is held against, where the description names the property that tells.
 * With `oneOf` a validator tries all of them at each depth, which for a tree of nodes never ends. Changes what it is given.
 */
export function byDiscriminator(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  for (const child of Object.values(node)) byDiscriminator(child);
  const schema = node as Alternatives;
  if (schema.discriminator?.mapping === undefined || !Array.isArray(schema.oneOf)) return;
  const { propertyName, mapping } = schema.discriminator;
  delete schema.oneOf;
  delete schema.discriminator;
  schema.required = [propertyName];
  schema.properties = { [propertyName]: { enum: Object.keys(mapping) } };
  schema.allOf = Object.entries(mapping).map(([value, $ref]) => ({
    if: { properties: { [propertyName]: { const: value } } },
    // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
    then: { $ref },
  }));
}
