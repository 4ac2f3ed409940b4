import { effectRank } from "../effects/effect-rank.ts";
import type { Call } from "./call.ts";

/** Whether a person has to allow this call. */
export function needsConfirmation({ runtime, effect }: Call): boolean {
  const { threshold } = runtime.confirmation;
  return threshold !== undefined && effectRank[effect] >= effectRank[threshold];
}
