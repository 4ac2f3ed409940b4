import type { Tool } from "../define/tool.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { jsonSchema } from "./json-schema.ts";
import type { Listing } from "./prepared.ts";

/** What a tool takes and answers, as hosts are told. */
export interface ToolSchemas {
  readonly inputSchema: unknown;
  readonly outputSchema?: unknown;
}

/** The JSON Schemas of a tool. All of a connector's take longer to make than anything else that a start does. */
export function toolSchemas({ input, output }: Tool<unknown>): ToolSchemas {
  return { inputSchema: jsonSchema(input), ...(output === undefined ? {} : { outputSchema: jsonSchema(output) }) };
}

/** The JSON Schemas of a tool as they are told in a listing. */
export function toldSchemas({ inputSchema, outputSchema }: Listing): ToolSchemas {
  return { inputSchema, ...(outputSchema === undefined ? {} : { outputSchema }) };
}

/**
 * Looks, once a tool is called, whether it takes and answers what was told of it.
 *
 * @param told what its build wrote down
 * @throws ConnectorError `unavailable` where it does not, at every call
 */
export function assertTold(tool: Tool<unknown>, told: ToolSchemas): void {
  if (JSON.stringify(toolSchemas(tool)) === JSON.stringify(told)) return;
  throw new ConnectorError(
    "unavailable",
    `${tool.name} is refused: it does not take or answer what its package was built to say of it. An altered file, ` +
      "dependency or environment does that, or an update that was cut short. A person can reinstall the package.",
  );
}
