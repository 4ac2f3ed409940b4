// Stands in for the SDK's `_shims` when a connector is bundled. The SDK loads Ajv at start, for the one moment at which
// it checks a person's answer to a question; here it is loaded at that moment, which spares every start-up 15 ms.
import process from "node:process";

class DefaultJsonSchemaValidator {
  #ajv;

  getValidator(schema) {
    this.#ajv ??= new (require("@modelcontextprotocol/server/validators/ajv").AjvJsonSchemaValidator)();
    return this.#ajv.getValidator(schema);
  }
}

export { DefaultJsonSchemaValidator, process };
