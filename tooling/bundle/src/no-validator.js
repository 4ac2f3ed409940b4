// Stands in for the SDK's `_shims` when a connector is bundled. The SDK's own loads Ajv at every start, for a validator
// that core replaces: see core's serving/answer-validator.ts.
import process from "node:process";

class DefaultJsonSchemaValidator {
  getValidator() {
    throw new Error("Core gives every server a validator of its own");
  }
}

export { DefaultJsonSchemaValidator, process };
