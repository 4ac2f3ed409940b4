import type { CallContext } from "@drawbridge/core";

/** Of a call, what its requests need to know. */
export type ApiCall = Pick<CallContext<unknown>, "signal"> & {
  progress?: CallContext<unknown>["progress"] | undefined;
  note?(facts: Readonly<Record<string, number | boolean>>): void;
};
