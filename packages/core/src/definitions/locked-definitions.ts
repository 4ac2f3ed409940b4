import type { ServedConnector } from "../define/served-connector.ts";
import type { Definitions } from "./definitions.ts";

/** Of what hosts are told, what the connector's source declares: all but the tools that the options brought. */
export function lockedDefinitions(told: Definitions, { brought }: ServedConnector): Definitions {
  if (brought === undefined) return told;
  const names = new Set(brought.map(({ name }) => name));
  return { ...told, tools: told.tools.filter(({ name }) => !names.has(name)) };
}
