import type * as z from "zod";
import { describeOptions } from "../options/describe-options.ts";
import type { Connector } from "./connector.ts";

/**
 * Declares a connector and checks what types cannot: that no two tools, resources or prompts share a name, and
 * that modes are asked for by flags.
 */
export function defineConnector<Client, Options extends z.ZodObject>(
  connector: Connector<Client, Options>,
): Connector<Client, Options> {
  for (const named of [connector.tools, connector.resources ?? [], connector.prompts ?? []]) {
    const names = new Set<string>();
    for (const { name } of named) {
      if (names.has(name)) throw new Error(`${connector.name} declares ${name} twice`);
      names.add(name);
    }
  }
  for (const { option } of connector.modes ?? []) {
    const described = describeOptions(connector.options).find(({ key }) => key === option);
    if (described?.kind !== "boolean" || !described.flagOnly)
      throw new Error(`${connector.name} declares the mode ${option}, and no flag of that name`);
  }
  return connector;
}
