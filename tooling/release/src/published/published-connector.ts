import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ConnectorDescription } from "@drawbridge/core";
import type { PublishedPackage } from "./published-packages.ts";

/** What registries and hosts' forms tell of a connector, as its build wrote it down. */
export interface PublishedConnector extends PublishedPackage {
  readonly description: ConnectorDescription;
  readonly definitions: PublishedDefinitions;
}

/** Of what the connector tells hosts. */
interface PublishedDefinitions {
  readonly tools: ReadonlyArray<{ readonly name: string; readonly description: string }>;
  readonly prompts: ReadonlyArray<{ readonly name: string }>;
}

/** The connector in a package; undefined in one that has no name in the registry of MCP servers. */
export function publishedConnector(published: PublishedPackage): PublishedConnector | undefined {
  if (published.manifest.mcpName === undefined) return undefined;
  return {
    ...published,
    description: readBuilt(published, "connector.json") as ConnectorDescription,
    definitions: readBuilt(published, "definitions.lock.json") as PublishedDefinitions,
  };
}

function readBuilt({ folder, manifest }: PublishedPackage, name: string): unknown {
  const file = join(folder, "dist", name);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file} cannot be read: build ${manifest.name} first (pnpm build)`, { cause: error });
  }
}
