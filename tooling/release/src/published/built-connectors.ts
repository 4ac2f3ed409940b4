import { type PublishedConnector, publishedConnector } from "./published-connector.ts";
import { publishedPackages } from "./published-packages.ts";
import { workspaceRoot } from "./workspace-root.ts";

/** Every connector of this repository, each as its build told. */
export function builtConnectors(): readonly PublishedConnector[] {
  return publishedPackages(workspaceRoot)
    .map(publishedConnector)
    .filter((connector) => connector !== undefined);
}
