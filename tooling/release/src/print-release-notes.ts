import { readFileSync } from "node:fs";
import { join } from "node:path";
import { releaseNotes } from "./artifacts/release-notes.ts";
import { publishedPackages } from "./published/published-packages.ts";
import { workspaceRoot } from "./published/workspace-root.ts";

// Prints what the changelog of the package that is named says of its version.
const [name] = process.argv.slice(2);
const found = publishedPackages(workspaceRoot).find(({ manifest }) => manifest.name === name);
if (found === undefined) {
  console.error(
    name === undefined ? "Name the package: node dist/print-release-notes.js <package>" : `There is no package ${name}`,
  );
  process.exit(2);
}
const changelog = readFileSync(join(found.folder, "CHANGELOG.md"), "utf8");
process.stdout.write(`${releaseNotes(changelog, found.manifest.version)}\n`);
