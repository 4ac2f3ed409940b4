import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

const memory = "/dev/shm";

/** A temporary folder in memory where the system has such: what is forced to the disk a thousand times takes no time there. */
export function quickFolder(): string {
  if (!existsSync(memory)) return temporaryFolder();
  const folder = realpathSync(mkdtempSync(join(memory, "drawbridge-files-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
