import type { ServerOptions } from "@modelcontextprotocol/server";

/**
 * Lets every answer of a person through to core, which reads it by the zod schema that it asked with. The SDK would
 * check it a first time, by Ajv, and load Ajv for that at every start.
 */
export const answerValidator: NonNullable<ServerOptions["jsonSchemaValidator"]> = {
  getValidator<T>() {
    return (answer: unknown) => ({ valid: true, data: answer as T & {}, errorMessage: undefined });
  },
};
