import type { Connector } from "@drawbridge/core";
import type { DefinitionText } from "./texts/definition-text.ts";

/** What a rule looks at. */
export interface Definitions {
  readonly connector: Connector;
  /** Everything of the connector that a model or a person reads. */
  readonly texts: readonly DefinitionText[];
  /** Connectors that may be served beside this one. */
  readonly others: readonly Connector[];
  /** Hosts that texts may name, each with its subdomains. */
  readonly allowedHosts: readonly string[];
}
