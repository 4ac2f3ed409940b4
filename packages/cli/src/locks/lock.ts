import type { Definitions } from "@drawbridge/core";
import type { ConnectorSource } from "../connectors/connector-source.ts";
import type { EnvironmentValue } from "../entries/server-entry.ts";

/** What a person accepted of one connector: which program, how it is started, and everything that it told hosts then. */
export interface Lock {
  /** Of this format. */
  readonly version: 1;
  /** The server's name in the configuration of hosts. */
  readonly name: string;
  /** The folder of the project for which it was added; undefined where it is the person's own. */
  readonly project?: string;
  readonly source: ConnectorSource;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, EnvironmentValue>>;
  /** The tools that its options and access showed to hosts. */
  readonly tools: readonly string[];
  readonly definitions: Definitions;
  /** ISO 8601. */
  readonly accepted: string;
}
