interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly default?: unknown;
  readonly description?: string;
}

/** A Markdown table of an object's properties: their names, types, defaults, and what is said of each. */
export function propertyTable(schema: object): string {
  const { properties = {}, required = [] } = schema as Schema;
  const rows = Object.entries(properties).map(([name, property]) => {
    const isGiven = property.default !== undefined && typeof property.default !== "object";
    const notes = [property.description, isGiven ? `Default \`${property.default}\`` : undefined];
    const told = notes.filter((note) => note !== undefined).join(". ");
    return `| \`${name}${required.includes(name) ? "" : "?"}\` | ${typeOf(property)} | ${cell(told)} |`;
  });
  if (rows.length === 0) return "Nothing.";
  return ["| name | type | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

function typeOf(schema: Schema): string {
  const { enum: choices, const: only, anyOf, oneOf, type, items, properties, additionalProperties } = schema;
  if (choices !== undefined) return choices.map((choice) => `\`${choice}\``).join(", ");
  if (only !== undefined) return `\`${only}\``;
  const several = anyOf ?? oneOf;
  if (several !== undefined) return [...new Set(several.map(typeOf))].join(" or ");
  if (type === "array") return `list of ${items === undefined ? "any" : typeOf(items)}`;
  if (properties !== undefined)
    return `object with ${Object.keys(properties)
      .map((name) => `\`${name}\``)
      .join(", ")}`;
  if (typeof additionalProperties === "object") return `map to ${typeOf(additionalProperties)}`;
  return [type ?? "any"].flat().join(" or ");
}

/** What Markdown and the site would take for something else in a cell. */
function cell(text: string): string {
  return text.replace(/[|*_<{]/g, "\\$&").replace(/\s+/g, " ");
}
