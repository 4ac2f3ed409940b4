import type { Access } from "./access.ts";
import type { Effect } from "./effect.ts";

/** The least access that admits an effect. */
export const accessFor: Readonly<Record<Effect, Access>> = { read: "read", write: "write", destroy: "full" };
