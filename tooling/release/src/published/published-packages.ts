import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, readManifest } from "./manifest.ts";

/** A package of the workspace that goes to npm. */
export interface PublishedPackage {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every package that is published from this repository. */
export function publishedPackages(root: string): readonly PublishedPackage[] {
  return readdirSync(join(root, "packages"))
    .sort()
    .map((name) => join(root, "packages", name))
    .map((folder) => ({ folder, manifest: readManifest(folder) }))
    .filter(({ manifest }) => manifest.private !== true);
}
