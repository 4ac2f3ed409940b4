import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The top of the Drawbridge repository that a folder lies in, if it does. */
export function findRepository(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const manifest = join(at, "package.json");
    if (existsSync(manifest) && existsSync(join(at, "packages", "core")) && nameIn(manifest) === "drawbridge-workspace")
      return at;
    if (dirname(at) === at) return undefined;
  }
}

function nameIn(manifest: string): unknown {
  try {
    return (JSON.parse(readFileSync(manifest, "utf8")) as { name?: unknown }).name;
  } catch {
    return undefined;
  }
}
