import { type Manifest, repositoryUrl } from "../published/manifest.ts";

/** Where a file lies that is added to the release of this version, which has its tag from changesets. */
export function assetUrl(manifest: Manifest, file: string): string {
  const tag = encodeURIComponent(`${manifest.name}@${manifest.version}`);
  return `${repositoryUrl(manifest)}/releases/download/${tag}/${file}`;
}
