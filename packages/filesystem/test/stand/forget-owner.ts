import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What was begun by this process counts as left by one that is gone. */
export function forgetOwner(journal: string): void {
  const folder = join(journal, "transactions");
  for (const name of readdirSync(journal).includes("transactions") ? readdirSync(folder) : []) {
    const path = join(folder, name);
    if (/\.lock/.test(name)) rmSync(path);
    if (!/\.(?:new|open|clearing|undoing)$/.test(name)) continue;
    writeFileSync(path, readFileSync(path, "utf8").replace(/"start":"\d+"/, '"start":"1"'));
  }
}
