import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ConnectorDescription } from "@drawbridge/core";
import { ownPackage } from "../command-line/own-package.ts";

/** The project's own connectors, as they were when this program was built: nothing is asked for over the network. */
export function officialConnectors(): readonly ConnectorDescription[] {
  const file = join(ownPackage().folder, "dist", "connectors.json");
  return JSON.parse(readFileSync(file, "utf8")) as ConnectorDescription[];
}
