import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The licence texts of all packages whose code is in a bundle, as one document.
 *
 * @param {Iterable<string>} files the paths of the bundled source files
 * @returns {string}
 */
export function collectLicences(files) {
  const packages = new Map();
  for (const file of files) {
    if (!file.includes("node_modules")) continue;
    const folder = packageFolder(dirname(file));
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    packages.set(`${name} ${version}`, { license, text: licenceText(folder) });
  }
  const sections = [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, { license, text }]) => {
      return `${title}\nLicence: ${license}\n\n${text}`;
    });
  const rule = `\n\n${"=".repeat(80)}\n\n`;
  return `This program contains the following packages, each under its own licence.${rule}${sections.join(rule)}\n`;
}

/** Some packages have a package.json without a name in their subfolders, to mark these as ES modules. */
function packageFolder(start) {
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name !== undefined) return folder;
  }
  throw new Error(`No package holds ${start}`);
}

function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file === undefined ? "(The package ships no licence text.)" : readFileSync(join(folder, file), "utf8").trim();
}
