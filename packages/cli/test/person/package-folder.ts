import { fileURLToPath } from "node:url";

/** Where a package of the workspace lies, built. */
export function packageFolder(name: "filesystem" | "github" | "postgres"): string {
  return fileURLToPath(new URL(`../../../${name}`, import.meta.url));
}
