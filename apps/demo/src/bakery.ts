import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bakeryQuestions } from "./bakery-questions.ts";
import { converse } from "./converse.ts";

/** The filesystem connector on a copy of a folder that comes with the repository. */
export async function bakery(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "drawbridge-demo-"));
  const papers = join(folder, "bakery");
  try {
    cpSync(fileURLToPath(new URL("../sample", import.meta.url)), papers, { recursive: true });
    const manifest = import.meta.resolve("@drawbridge/filesystem/package.json");
    await converse({ manifest, argv: [`${papers}:write`, "--journal", join(folder, "journal")] }, bakeryQuestions);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
