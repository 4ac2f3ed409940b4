import { resolve } from "node:path";
import { writeArtifacts } from "./artifacts/write-artifacts.ts";
import { publishedPackages } from "./published/published-packages.ts";
import { workspaceRoot } from "./published/workspace-root.ts";

// Writes what accompanies each package on its release into the folder that is named; after that, packages by name, or all.
const [folder, ...names] = process.argv.slice(2);
const packages = publishedPackages(workspaceRoot);
const unknown = names.filter((name) => !packages.some(({ manifest }) => manifest.name === name));
if (folder === undefined || unknown.length > 0) {
  console.error(
    unknown.length > 0
      ? `There is no package ${unknown.join(", ")}; there are ${packages.map(({ manifest }) => manifest.name).join(", ")}`
      : "Name the folder to write to: pnpm release:files <folder> [package …]",
  );
  process.exit(2);
}
for (const published of packages) {
  if (names.length > 0 && !names.includes(published.manifest.name)) continue;
  for (const file of await writeArtifacts(published, resolve(folder))) process.stdout.write(`${file}\n`);
}
