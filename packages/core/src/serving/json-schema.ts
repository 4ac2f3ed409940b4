import * as z from "zod";

/** A schema as the host and the model see it, without what would cost tokens and say nothing. */
export function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema: node }) => {
      // Zod states the bounds of a double's integers on every integer.
      if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
      if (node.minimum === Number.MIN_SAFE_INTEGER) delete node.minimum;
      // Bounds on a text's length are for those who mean harm; no model counts them.
      delete node.minLength;
      delete node.maxLength;
    },
  });
  return plain;
}
