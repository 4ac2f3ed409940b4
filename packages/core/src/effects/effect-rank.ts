import type { Effect } from "./effect.ts";

/** Effects in order of harm, for comparing. */
export const effectRank: Readonly<Record<Effect, number>> = { read: 0, write: 1, destroy: 2 };
