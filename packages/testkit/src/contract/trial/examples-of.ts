import type { Effect } from "@drawbridge/core";
import type { Contract } from "../contract.ts";
import { effectOf } from "./effect-of.ts";
import type { Example } from "./example.ts";
import { highestEffectOf } from "./highest-effect-of.ts";
import { shownCall } from "./shown-call.ts";

/** Every call of the contract. One that says nothing of its effect is taken for the worst; a check of its own tells of it. */
export async function examplesOf({ connector, calls }: Contract): Promise<readonly Example[]> {
  const examples = connector.tools.flatMap((tool) =>
    (calls[tool.name] ?? []).map(async (input) => ({
      tool,
      input,
      effect: await effectOrWorst(tool, input),
      isDryRun: tool.dryRun !== undefined && input.dry_run === true,
      shown: shownCall(tool.name, input),
    })),
  );
  return Promise.all(examples);
}

async function effectOrWorst(tool: Example["tool"], input: unknown): Promise<Effect> {
  try {
    return await effectOf(tool, input);
  } catch {
    return highestEffectOf(tool);
  }
}
