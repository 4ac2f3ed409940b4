import type { CallContext, LateAbort } from "@drawbridge/core";
import type { Tier } from "./tier.ts";

/** Of a call, what its requests need to know. */
export interface ApiCall {
  readonly signal: AbortSignal;
  readonly progress?: CallContext<unknown>["progress"] | undefined;
  /** A request of this tier was answered. */
  spent?(tier: Tier): void;
}

/** Who stands for several that wait for the same. */
export function together(aboard: ReadonlySet<ApiCall>, abandoned: LateAbort): ApiCall {
  return {
    signal: abandoned.signal(),
    progress: (...told) => {
      for (const { progress } of aboard) progress?.(...told);
    },
    // What was asked once was asked for who has waited longest.
    spent: (tier) => [...aboard][0]?.spent?.(tier),
  };
}
