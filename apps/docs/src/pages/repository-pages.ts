import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The documents of the repository that are pages of the site too, by their paths there: `SECURITY.md` → `security`. */
export function repositoryPages(root: string): ReadonlyMap<string, string> {
  const folder = (path: string, to: string) =>
    existsSync(join(root, path))
      ? readdirSync(join(root, path))
          .filter((name) => name.endsWith(".md") && name !== "README.md")
          .map((name): [string, string] => [`${path}/${name}`, `${to}/${name.replace(/\.md$/, "")}`])
      : [];
  const packages = readdirSync(join(root, "packages"))
    .filter((name) => existsSync(join(root, "packages", name, "README.md")))
    .map((name): [string, string] => [
      `packages/${name}/README.md`,
      `${isTool(name) ? "packages" : "connectors"}/${name}`,
    ]);
  return new Map([
    ["SECURITY.md", "security"],
    ["CONTRIBUTING.md", "contributing/contributing"],
    ["CODE_OF_CONDUCT.md", "contributing/code-of-conduct"],
    ["tooling/bench/README.md", "contributing/bench"],
    ...packages,
    ...folder("docs/contributing", "contributing"),
    ...folder("docs/operating", "operating"),
    ...folder("docs/releasing", "releasing"),
    ...folder("docs/decisions", "decisions"),
  ]);
}

/** Packages that serve no system by themselves. */
function isTool(name: string): boolean {
  return ["cli", "core", "create-connector", "testkit"].includes(name);
}
