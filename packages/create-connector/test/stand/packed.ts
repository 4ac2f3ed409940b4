import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a connector outside of the repository depends on. */
const packages = ["packages/core", "packages/testkit", "tooling/bundle", "tooling/typescript"];

/** Packs them as npm would deliver them, into a folder of their own. Returns the tarballs. */
export function packed(within: string): string[] {
  const folder = mkdtempSync(join(within, "packed-"));
  for (const name of packages) {
    const cwd = fileURLToPath(new URL(`../../../../${name}`, import.meta.url));
    execFileSync("npx", ["-y", "pnpm@12", "pack", "--config.ignore-scripts=true", "--pack-destination", folder], {
      cwd,
      stdio: "ignore",
    });
  }
  return readdirSync(folder).map((file) => join(folder, file));
}
