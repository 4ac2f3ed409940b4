import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { getCurrentTest } from "vitest/suite";

/** A real folder, free of links on the way to it, and gone after the test that asks for it, or else after the test file. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "drawbridge-files-")));
  const forget = getCurrentTest() === undefined ? afterAll : onTestFinished;
  forget(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
