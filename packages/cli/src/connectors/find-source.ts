import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { Failure } from "../command-line/failure.ts";
import type { ConnectorSource, FolderSource } from "./connector-source.ts";
import { newestVersion } from "./newest-version.ts";
import { officialConnectors } from "./official-connectors.ts";
import type { Reference } from "./read-reference.ts";

/** A source, and what the person should know of how it was chosen. */
export interface FoundSource {
  readonly source: ConnectorSource;
  readonly remark?: string;
}

/**
 * Where the connector that somebody named comes from, at an exact version: the one named, else the newest of the registry,
 * else, where that cannot be asked, the one that this program was released with. Throws `Failure`.
 */
export async function findSource(reference: Reference): Promise<FoundSource> {
  if (reference.kind === "folder") return { source: folderSource(reference.folder) };
  const { package: name, version } = reference;
  if (version !== undefined) return { source: { kind: "registry", package: name, version } };
  const newest = await newestVersion(name);
  if ("version" in newest) return { source: { kind: "registry", package: name, version: newest.version } };
  const bundled = officialConnectors().find((connector) => connector.package === name)?.packageVersion;
  if (bundled === undefined || newest.isKnownMissing) throw new Failure(newest.problem);
  return {
    source: { kind: "registry", package: name, version: bundled },
    remark: `${newest.problem}; ${bundled} is taken, with which this program was released`,
  };
}

function folderSource(written: string): FolderSource {
  const folder = resolve(written.replace(/^~(?=$|[\\/])/, () => homedir()));
  const file = join(folder, "package.json");
  let manifest: { name?: string; version?: string; bin?: string | Record<string, string> };
  try {
    manifest = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const { code = "it is not JSON" } = error as NodeJS.ErrnoException;
    throw new Failure(`${written} holds no connector: ${file} cannot be read (${code})`);
  }
  const { name, version, bin } = manifest;
  const program = typeof bin === "string" ? bin : Object.values(bin ?? {})[0];
  if (name === undefined || version === undefined || program === undefined) {
    throw new Failure(
      `${written} holds no connector: ${file} lacks ${name === undefined ? "a name" : version === undefined ? "a version" : "a command (bin)"}`,
    );
  }
  const path = join(folder, program);
  if (!existsSync(path)) throw new Failure(`${written} is not built: ${path} is not there; run its build first`);
  return { kind: "folder", folder, package: name, version, program: path };
}
