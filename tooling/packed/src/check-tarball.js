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
 * @returns {string[]}
 */
export function problemsOf(packed, into) {
  const folder = join(into, packed.name.replace("/", "-"));
  mkdirSync(folder, { recursive: true });
  run("tar", ["-xzf", packed.filename, "-C", folder], into);
  const read = (file) => readFileSync(join(folder, "package", file), "utf8");
  const readIfThere = (file) => (existsSync(join(folder, "package", file)) ? JSON.parse(read(file)) : undefined);
  const manifest = JSON.parse(read("package.json"));
  const bundled = readIfThere("dist/bundled.json") ?? [];
  const described = readIfThere("dist/connector.json");
  return [
    ...workspaceNames(manifest),
    ...sizeProblems(packed),
    ...(manifest.mcpName && described?.packageVersion !== manifest.version
      ? [`dist/connector.json is of version ${described?.packageVersion}, not ${manifest.version}: build it anew`]
      : []),
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

function missingTexts(bundled, texts) {
  return bundled
    .filter(({ name, version }) => !texts.includes(`\n${name} ${version}\n`))
    .map(({ name, version }) => `the licence of ${name} ${version} is not in dist/THIRD-PARTY-LICENSES.txt`);
}
