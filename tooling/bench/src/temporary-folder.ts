import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ATTEMPTS = 5;

/** A new folder that is removed, with all in it, when this process exits; by its real path, since servers show and check those. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "drawbridge-bench-"));
  process.once("exit", () => remove(folder));
  return folder;
}

// Attempts of our own: `maxRetries` of rmSync does not reach a folder that fills again beneath the one it was given, as it does while
// a server that was just killed makes its last file.
function remove(folder: string): void {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) console.error(`bench: ${folder} could not be removed: ${error}`);
    }
  }
}
