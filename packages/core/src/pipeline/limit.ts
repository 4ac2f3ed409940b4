import type { Stage } from "./stage.ts";

/** Refuses calls above the rate, and lets so many run at once; further ones wait their turn within their own time limit. */
export const limit: Stage = async (call, next) => {
  const { rateLimit, gates } = call.runtime;
  // An answer continues a call that was counted when it came; `resume` counts what is none.
  if (rateLimit !== undefined && call.memory === undefined) await rateLimit.take(call.principal);
  const gate = gates.of(call.principal);
  if (!gate.tryEnter()) await gate.wait(call.signal());
  try {
    return await next();
  } finally {
    gate.leave();
  }
};
