import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Mistake } from "./mistake.ts";

/** Writes a new folder, whole or not at all. Throws `Mistake` where something stands there already, or it cannot be made. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  try {
    write(folder, files);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof Mistake || code === undefined) throw error;
    throw new Mistake(`${folder} cannot be made: choose another folder with --folder (${message})`);
  }
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory())
      throw new Mistake(`${folder} is a file: choose another folder, or move it away`);
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
    if (existsSync(unfinished)) rmSync(unfinished, { recursive: true });
  }
}
