import { readFileSync } from "node:fs";
import type { FigmaDocument } from "../src/documents/figma-document.ts";

const names = {
  template: "figmagic-template.json",
  wizard: "code-connect-wizard.json",
  components: "code-connect-wizard_many_components.json",
} as const;

/** A document that real designers made, as REST answered it; undefined where the folder beside the project is absent. */
export function realDesign(name: keyof typeof names): FigmaDocument | undefined {
  const file = new URL(`../../../../shared/fixtures/figma/${names[name]}`, import.meta.url);
  try {
    const answer = JSON.parse(readFileSync(file, "utf8"));
    return { ...answer, key: name, source: "rest" };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
