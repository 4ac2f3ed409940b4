import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licence texts of these packages, as one document.
 *
 * @param {{ name: string, version: string, license: string, folder: string }[]} packages
 * @returns {string}
 */
export function collectLicences(packages) {
  const sections = packages.map(
    ({ name, version, license, folder }) => `${name} ${version}\nLicence: ${license}\n\n${licenceText(folder)}`,
  );
  const rule = `\n\n${"=".repeat(80)}\n\n`;
  return `This program contains the following packages, each under its own licence.${rule}${sections.join(rule)}\n`;
}

function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file === undefined ? "(The package ships no licence text.)" : readFileSync(join(folder, file), "utf8").trim();
}
