import { needsConfirmation } from "./needs-confirmation.ts";
import type { Stage } from "./stage.ts";

/** Refuses calls above the rate, and lets so many run at once; further ones wait their turn within their own time limit. */
export const limit: Stage = async (call, next) => {
  const { rateLimit, gates } = call.runtime;
  // A person's answer continues a call that was counted when it came; `confirm` counts an answer that is none.
  const counts = call.answer === undefined || !needsConfirmation(call);
  if (rateLimit !== undefined && counts) await rateLimit.take(call.principal);
  const gate = gates.of(call.principal);
  if (!gate.tryEnter()) await gate.wait(call.signal());
  try {
    return await next();
  } finally {
    gate.leave();
  }
};
