import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.js";
import { sizeProblems } from "./size-problems.js";
import { unknownLicences } from "./unknown-licences.js";

/**
 * What is wrong with a package as it would be published: names of the workspace that mean nothing elsewhere, more than it may
 * weigh, versions that differ, licences that nobody has agreed to.
 *
 * @param {import("./pack-all.js").Packed} packed
 * @param {string} into where it may be unpacked
 * @param {Map<string, string>} versions of all packages, by name
 * @returns {string[]}
 */
export function problemsOf(packed, into, versions) {
  const folder = join(into, packed.name.replace("/", "-"));
  mkdirSync(folder, { recursive: true });
  run("tar", ["-xzf", packed.filename, "-C", folder], into);
  const read = (file) => readFileSync(join(folder, "package", file), "utf8");
  const readIfThere = (file) => (existsSync(join(folder, "package", file)) ? JSON.parse(read(file)) : undefined);
  const manifest = JSON.parse(read("package.json"));
  const bundled = readIfThere("dist/bundled.json") ?? [];
  const described = readIfThere("dist/connector.json");
  const offered = readIfThere("dist/connectors.json") ?? [];
  return [
    ...workspaceNames(manifest),
    ...sizeProblems(packed),
    ...otherVersions([...(described ? [described] : []), ...offered], versions),
    ...unknownLicences(bundled),
    ...missingTexts(bundled, bundled.length === 0 ? "" : read("dist/THIRD-PARTY-LICENSES.txt")),
  ].map((problem) => `${packed.name}: ${problem}`);
}

/** pnpm puts versions in their place when it packs. */
function workspaceNames(manifest) {
  return [...JSON.stringify(manifest).matchAll(/"([^"]+)":"((?:workspace|catalog|file|link):[^"]*)"/g)].map(
    ([, name, range]) => `package.json asks for ${name} as ${range}, which means nothing outside of this repository`,
  );
}

/** What a build wrote down of connectors is of the versions that are published with it. */
function otherVersions(described, versions) {
  return described
    .filter(({ package: name, packageVersion }) => versions.get(name) !== packageVersion)
    .map(
      ({ package: name, packageVersion }) =>
        `it tells of ${name} ${packageVersion}, and ${versions.get(name) ?? "no version"} is published: build it anew`,
    );
}

function missingTexts(bundled, texts) {
  return bundled
    .filter(({ name, version }) => !texts.includes(`\n${name} ${version}\n`))
    .map(({ name, version }) => `the licence of ${name} ${version} is not in dist/THIRD-PARTY-LICENSES.txt`);
}
