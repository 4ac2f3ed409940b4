import type { Caller } from "../../src/changing/transaction/transact.ts";

/** Whoever calls in tests that need no pipeline: the person behind stdio. */
export function caller(tool = "fs_write", signal: AbortSignal = new AbortController().signal): Caller {
  return { tool, principal: "local", signal };
}
