/**
 * The Design Tokens Format Module 2025.10 as a JSON schema, written from the specification's text: its published schema is in no
 * package. It is as strict as the text, and stricter where we always write a field.
 */
const name = "^[^{}$.][^{}.]*$";
const alias = { type: "string", pattern: "^\\{[^{}$.][^{}.]*(\\.[^{}$.][^{}.]*)*\\}$" };
const pointer = {
  type: "object",
  properties: { $ref: { type: "string", pattern: "^#/" } },
  required: ["$ref"],
  additionalProperties: false,
};
const or = (value: object) => ({ oneOf: [value, alias, pointer] });
const record = (properties: Record<string, object>, optional: readonly string[] = []) => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
});

const share = { type: "number", minimum: 0, maximum: 1 };
const color = record(
  {
    colorSpace: { const: "srgb" },
    components: { type: "array", items: share, minItems: 3, maxItems: 3 },
    alpha: share,
    hex: { type: "string", pattern: "^#[0-9a-f]{6}$" },
  },
  ["alpha"],
);
const dimension = record({ value: { type: "number" }, unit: { enum: ["px", "rem"] } });
const fontFamily = { type: "string", not: alias };
const fontWeight = { type: "number", minimum: 1, maximum: 1000 };
const shadow = record(
  {
    color: or(color),
    offsetX: or(dimension),
    offsetY: or(dimension),
    blur: or(dimension),
    spread: or(dimension),
    inset: { type: "boolean" },
  },
  ["inset"],
);
const strokeStyle = {
  oneOf: [
    { enum: ["solid", "dashed", "dotted", "double", "groove", "ridge", "outset", "inset"] },
    record({
      dashArray: { type: "array", items: or(dimension), minItems: 1 },
      lineCap: { enum: ["round", "butt", "square"] },
    }),
  ],
};

const values: Record<string, object> = {
  color,
  dimension,
  fontFamily,
  fontWeight,
  number: { type: "number" },
  shadow: { oneOf: [shadow, { type: "array", items: shadow, minItems: 2 }] },
  gradient: { type: "array", minItems: 1, items: record({ color: or(color), position: share }) },
  typography: record({
    fontFamily: or(fontFamily),
    fontSize: or(dimension),
    fontWeight: or(fontWeight),
    letterSpacing: or(dimension),
    lineHeight: or({ type: "number" }),
  }),
  border: record({ color: or(color), width: or(dimension), style: strokeStyle }),
};

const about = { $description: { type: "string" }, $extensions: { type: "object" }, $deprecated: { type: "boolean" } };
const token = (type: string, value: object) => ({
  oneOf: [
    record({ ...about, $type: { const: type }, $value: { oneOf: [value, alias] } }, Object.keys(about)),
    record({ ...about, $type: { const: type }, $ref: pointer.properties.$ref }, Object.keys(about)),
  ],
});

const tokens = Object.entries(values).map(([type, value]) => token(type, value));
const group = {
  type: "object",
  properties: { ...about, $root: { $ref: "#/definitions/token" } },
  patternProperties: { [name]: { oneOf: [{ $ref: "#/definitions/token" }, { $ref: "#/definitions/group" }] } },
  additionalProperties: false,
};

/** For a whole file of tokens. */
export const designTokensSchema = {
  ...group,
  properties: { ...group.properties, $schema: { type: "string" } },
  definitions: { token: { oneOf: tokens }, group },
};
