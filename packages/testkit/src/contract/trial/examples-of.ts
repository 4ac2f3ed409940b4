import type { Effect } from "@drawbridge/core";
import type { Contract } from "../contract.ts";
import { effectOf } from "./effect-of.ts";
import type { Example } from "./example.ts";
import { highestEffectOf } from "./highest-effect-of.ts";
import { shownCall } from "./shown-call.ts";

/** Every call of the contract. One that says nothing of its effect is taken for the worst; a check of its own tells of it. */
export function examplesOf({ connector, calls }: Contract): readonly Example[] {
  return connector.tools.flatMap((tool) =>
    (calls[tool.name] ?? []).map((input) => ({
      tool,
      input,
      effect: effectOrWorst(tool, input),
      isDryRun: tool.dryRun !== undefined && input.dry_run === true,
      shown: shownCall(tool.name, input),
    })),
  );
}

function effectOrWorst(tool: Example["tool"], input: unknown): Effect {
  try {
    return effectOf(tool, input);
  } catch {
    return highestEffectOf(tool);
  }
}
