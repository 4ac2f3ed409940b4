import type { Host } from "../host.ts";
import { wordsOf } from "../problem.ts";
import { invert } from "./invert.ts";
import { clearKept, keptPlans, readKept } from "./journal.ts";

/** In milliseconds: a plan that is under way in another window, or at another person's, writes more of its way back within this time. */
const patience = 2_000;

/** Takes back what a plugin that was closed in the middle of a plan left behind. Returns words on it, where there was anything. */
export async function rollBack(host: Host): Promise<string | undefined> {
  try {
    const found = keptPlans(host.root);
    if (found.size === 0) return undefined;
    await new Promise<void>((resolve) => setTimeout(resolve, patience));
    const now = keptPlans(host.root);
    const left = [...found].filter(([key, parts]) => now.get(key) === parts);
    if (left.length === 0) return undefined;
    const problems: string[] = [];
    for (const [key] of left.reverse()) {
      problems.push(...(await invert(host, readKept(host.root, key))));
      clearKept(host.root, key);
    }
    host.commitUndo();
    if (problems.length === 0) return "A plan that was under way when the plugin was closed was rolled back.";
    return `A plan that was under way when the plugin was closed was rolled back, except: ${problems.slice(0, 5).join("; ")}`;
  } catch (error) {
    return `A plan that was under way when the plugin was closed could not be rolled back: ${wordsOf(error)}`;
  }
}
