import type { PublishedPackage } from "./published-packages.ts";

/** The tag that changesets gives a version. */
export function tagOf({ manifest: { name, version } }: PublishedPackage): string {
  return `${name}@${version}`;
}

/** The tags that the versions in this tree will have and that are not there yet: what a release has to bring. */
export function untagged(packages: readonly PublishedPackage[], tags: readonly string[]): readonly string[] {
  return packages.map(tagOf).filter((tag) => !tags.includes(tag));
}
