import type { Access } from "./access.ts";
import type { Effect } from "./effect.ts";

/** The most harmful effect that each access admits. */
export const highestEffect: Readonly<Record<Access, Effect>> = { read: "read", write: "write", full: "destroy" };
