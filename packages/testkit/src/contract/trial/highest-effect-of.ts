import type { Connector, Effect } from "@drawbridge/core";

/** The most that any call of a tool does. */
export function highestEffectOf({ effect }: Connector["tools"][number]): Effect {
  return typeof effect === "string" ? effect : effect.highest;
}
