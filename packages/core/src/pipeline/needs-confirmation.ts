import { effectRank } from "../effects/effect-rank.ts";
import type { Call } from "./call.ts";

/** Whether a person has to allow this call. One that changes nothing needs nobody. */
export function needsConfirmation({ runtime, effect, dryRun }: Call): boolean {
  if (dryRun) return false;
  const { threshold } = runtime.confirmation;
  return threshold !== undefined && effectRank[effect] >= effectRank[threshold];
}
