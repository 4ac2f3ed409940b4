/** What a changelog says of one version. Throws where it does not know it. */
export function releaseNotes(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m);
  const section = sections.find((text) => text.split("\n", 1)[0]?.trim() === version);
  if (section === undefined) throw new Error(`The changelog has no section ${version}: run changeset version`);
  return section.slice(section.indexOf("\n")).trim();
}
