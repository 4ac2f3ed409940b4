import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the built plugin lies: in the package, wherever in it this code was put by the build. */
export function pluginFolder(from: string = fileURLToPath(import.meta.url)): string {
  for (let folder = dirname(from); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return join(folder, "dist", "plugin");
  }
  return join(dirname(from), "plugin");
}
