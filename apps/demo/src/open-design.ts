import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { converse } from "./converse.ts";
import { editQuestions } from "./edit-questions.ts";
import { OpenFigma } from "./open-figma.ts";

/** The figma connector on a file that is open, and that a person works in. */
export async function openDesign(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "drawbridge-demo-"));
  const figma = new OpenFigma("Sprout");
  try {
    const manifest = import.meta.resolve("@drawbridge/figma/package.json");
    const environment = {
      HOME: home,
      LOCALAPPDATA: home,
      XDG_STATE_HOME: join(home, "state"),
      XDG_CACHE_HOME: join(home, "cache"),
    };
    const served = { manifest, argv: ["--access", "write"], environment };
    await converse(served, editQuestions(figma), "In a file that is open in Figma, here a simulated one");
  } finally {
    figma.close();
    rmSync(home, { recursive: true });
  }
}
