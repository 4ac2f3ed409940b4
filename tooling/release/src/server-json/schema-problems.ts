import { Ajv } from "ajv";
import formats from "ajv-formats";

/** What a JSON Schema (draft 7) has against a value, each with the place in it. */
export function schemaProblems(schema: object, value: unknown): readonly string[] {
  // The registry's schema describes with words that no validator knows, such as `example`.
  const ajv = new Ajv({ allErrors: true, strict: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
}
