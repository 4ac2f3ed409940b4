import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Connector } from "@drawbridge/core";

const packages = new URL("../../", import.meta.url);

interface Manifest {
  readonly name: string;
  readonly mcpName?: string;
  readonly exports?: Readonly<Record<string, unknown>>;
}

/** A package of this repository, and the connectors that it exports. */
export interface WorkspacePackage {
  readonly name: string;
  /** Whether it is published to people as a connector. */
  readonly isConnector: boolean;
  readonly connectors: readonly Connector[];
}

/** Every package of this repository, found by looking, so that none can be forgotten. */
export async function workspacePackages(): Promise<readonly WorkspacePackage[]> {
  const homes = readdirSync(packages).map((folder) => new URL(`${folder}/`, packages));
  return Promise.all(homes.filter((home) => existsSync(new URL("package.json", home))).map(readHome));
}

async function readHome(home: URL): Promise<WorkspacePackage> {
  const manifest = JSON.parse(readFileSync(new URL("package.json", home), "utf8")) as Manifest;
  const isImportable = manifest.exports?.["."] !== undefined;
  const exported: object = isImportable ? await import(new URL("src/index.ts", home).href) : {};
  return {
    name: manifest.name,
    isConnector: manifest.mcpName !== undefined,
    connectors: Object.values(exported).filter(isConnector),
  };
}

function isConnector(exported: unknown): exported is Connector {
  return typeof exported === "object" && exported !== null && "tools" in exported && "open" in exported;
}
