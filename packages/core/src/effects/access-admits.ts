import type { Access } from "./access.ts";
import type { Effect } from "./effect.ts";
import { effectRank } from "./effect-rank.ts";
import { highestEffect } from "./highest-effect.ts";

/** Whether the person's grant covers an effect. */
export function accessAdmits(access: Access, effect: Effect): boolean {
  return effectRank[effect] <= effectRank[highestEffect[access]];
}
