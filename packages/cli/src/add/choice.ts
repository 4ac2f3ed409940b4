import type { ConnectorDescription, DescribedOption } from "@drawbridge/core";
import type { ConnectorSource } from "../connectors/connector-source.ts";

/** Where a connector is to have a secret from. */
export type SecretChoice =
  | { readonly option: DescribedOption; readonly kind: "variable"; readonly variable: string }
  | { readonly option: DescribedOption; readonly kind: "keyring"; readonly secret: string };

/** Everything that is decided of a connector that is added. */
export interface Choice {
  /** The server's name in the configuration of hosts. */
  readonly name: string;
  readonly source: ConnectorSource;
  readonly description: ConnectorDescription;
  /** For its command line. */
  readonly args: readonly string[];
  readonly secrets: readonly SecretChoice[];
}
