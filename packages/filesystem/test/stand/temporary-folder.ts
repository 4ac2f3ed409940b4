import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A real folder for one test file, free of links on the way to it and gone afterwards. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "drawbridge-files-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
