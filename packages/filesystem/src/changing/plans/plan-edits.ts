import { type Plan, sha256 } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import { showName } from "../../paths/show-name.ts";
import { type Editing, tryEdits } from "../edit-files.ts";

/** What edits would change, for the person who is asked; good as long as the difference is the same. */
export async function planEdits(files: Files, editing: Editing, signal: AbortSignal): Promise<Plan> {
  const edited = await tryEdits(files, editing, signal);
  const summary = edited.map(({ path, diff }) => `${showName(path)}\n${diff}`).join("\n\n");
  return { summary, stateDigest: sha256(summary) };
}
