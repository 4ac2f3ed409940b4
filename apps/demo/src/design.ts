import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { figFile, sprout } from "@drawbridge/sandbox";
import { converse } from "./converse.ts";
import { designQuestions } from "./design-questions.ts";

/** The figma connector, without a token, on the design of an app as its designer saved it, and on the same a week later. */
export async function design(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "drawbridge-demo-"));
  const [now, next] = [join(folder, "sprout.fig"), join(folder, "sprout-next.fig")];
  try {
    writeFileSync(now, figFile(sprout()));
    writeFileSync(next, figFile(sprout({ revised: true })));
    const manifest = import.meta.resolve("@drawbridge/figma/package.json");
    await converse({ manifest, argv: [now, next] }, designQuestions);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
