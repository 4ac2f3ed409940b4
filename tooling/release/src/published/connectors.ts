import { type Connector, describeOptions, type OptionDescription, standardOptions } from "@drawbridge/core";
import { filesystem } from "@drawbridge/filesystem";
import { github } from "@drawbridge/github";
import { postgres } from "@drawbridge/postgres";

/** A connector, as far as registries and hosts' forms tell of it. */
export interface PublishedConnector
  extends Pick<Connector, "name" | "title" | "description" | "instructions" | "examples"> {
  readonly tools: ReadonlyArray<{ readonly name: string; readonly description: string }>;
  readonly prompts?: ReadonlyArray<{ readonly name: string }>;
  /** Its own options. */
  readonly own: readonly OptionDescription[];
  /** Those that every connector has. */
  readonly standard: readonly OptionDescription[];
}

/** Every connector with a name in the registry of MCP servers. */
export const connectors: readonly PublishedConnector[] = [filesystem, postgres, github].map((connector) => ({
  ...(connector as unknown as Connector<never>),
  own: describeOptions(connector.options),
  standard: describeOptions(standardOptions),
}));
