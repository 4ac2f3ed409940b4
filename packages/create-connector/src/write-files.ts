import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Mistake } from "./mistake.ts";

/** Writes a new folder, whole or not at all. Throws `Mistake` where something stands there already. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  if (existsSync(folder)) {
    if (readdirSync(folder).length > 0) throw new Mistake(`${folder} is not empty: choose another folder, or empty it`);
    rmdirSync(folder);
  }
  const unfinished = `${folder}.${process.pid}.unfinished`;
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(unfinished, path)), { recursive: true });
      writeFileSync(join(unfinished, path), text, { mode: path === "src/cli.ts" ? 0o755 : 0o644 });
    }
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
