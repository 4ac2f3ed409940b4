import { execFileSync } from "node:child_process";
import { publishedPackages } from "./published/published-packages.ts";
import { untagged } from "./published/untagged.ts";
import { workspaceRoot } from "./published/workspace-root.ts";

// Prints the tags that a release of this commit would bring, as a JSON list on one line. A package of version 0.0.0 waits for
// its first changeset.
const packages = publishedPackages(workspaceRoot).filter(({ manifest }) => manifest.version !== "0.0.0");
const tags = execFileSync("git", ["tag", "--list"], { cwd: workspaceRoot, encoding: "utf8" }).split("\n");
process.stdout.write(`${JSON.stringify(untagged(packages, tags))}\n`);
