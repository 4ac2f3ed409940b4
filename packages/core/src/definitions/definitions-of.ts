import type { Connector } from "../define/connector.ts";
import { prepare } from "../serving/prepare.ts";
import type { Definitions } from "./definitions.ts";

/** What a connector declares to hosts, whatever it is started with. */
export function definitionsOf(connector: Connector): Definitions {
  return prepare(connector, { access: "full", toolFilter: () => true }).definitions;
}
