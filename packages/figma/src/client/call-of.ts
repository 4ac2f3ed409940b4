import type { CallContext } from "@drawbridge/core";
import type { ApiCall } from "../api/api-call.ts";
import type { Tier } from "../api/tier.ts";

type Told = Pick<CallContext<unknown>, "signal"> & {
  readonly progress?: CallContext<unknown>["progress"] | undefined;
  note?(facts: Readonly<Record<string, number | boolean>>): void;
};

/** What the API needs to know of a tool's call, whose answer then tells what it cost, by tier. */
export function callOf({ signal, progress, note }: Told): ApiCall {
  const spent: Record<Tier, number> = { 1: 0, 2: 0, 3: 0 };
  return {
    ...{ signal, progress },
    spent(tier) {
      spent[tier] += 1;
      note?.({ [`tier${tier}_requests`]: spent[tier] });
    },
  };
}
