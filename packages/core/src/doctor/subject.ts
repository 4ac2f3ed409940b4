import type { Connector } from "../define/connector.ts";
import type { ExaminedOptions } from "../options/examine-options.ts";
import type { Environment } from "../options/read-environment.ts";

/** What `--doctor` looks at: a connector as it was started. */
export interface Subject {
  readonly connector: Connector;
  readonly argv: readonly string[];
  readonly environment: Environment;
  readonly options: ExaminedOptions<Connector["options"]>;
}
