import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packBundle } from "../mcpb/pack-bundle.ts";
import { publishedConnector } from "../published/published-connector.ts";
import type { PublishedPackage } from "../published/published-packages.ts";
import { sbom } from "../sbom/sbom.ts";
import { sbomText } from "../sbom/sbom-text.ts";
import { serverJson } from "../server-json/server-json.ts";
import { serverJsonSchema } from "../server-json/server-json-schema.ts";
import { assetUrl } from "./asset-url.ts";

/**
 * Writes what accompanies a package on its release: its bill of materials, and of a connector its bundle and what the registry
 * of MCP servers is told. Resolves with the files' names.
 */
export async function writeArtifacts(published: PublishedPackage, folder: string): Promise<readonly string[]> {
  const { manifest } = published;
  const name = manifest.name.replace("@drawbridge/", "");
  const stem = `${name}-${manifest.version}`;
  mkdirSync(folder, { recursive: true });
  const written = [`${stem}.cdx.json`];
  writeFileSync(join(folder, `${stem}.cdx.json`), await sbomText(sbom(published), new Date()));
  const connector = publishedConnector(published);
  if (connector === undefined) return written;
  const bundle = `${stem}.mcpb`;
  const sha256 = await packBundle(connector, join(folder, bundle));
  const told = serverJsonSchema.parse(serverJson(connector, { url: assetUrl(manifest, bundle), sha256 }));
  writeFileSync(join(folder, `${stem}.server.json`), `${JSON.stringify(told, null, 2)}\n`);
  return [...written, bundle, `${stem}.server.json`];
}
