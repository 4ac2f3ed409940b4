import { needsConfirmation } from "./needs-confirmation.ts";
import type { Stage } from "./stage.ts";

/** Refuses calls above the rate, and lets so many run at once; further ones wait their turn within their own time limit. */
export const limit: Stage = async (call, next) => {
  // A person's answer continues a call that was counted when it came; `confirm` counts an answer that is none.
  if (call.answer === undefined || !needsConfirmation(call)) await call.runtime.rateLimit?.take(call.principal);
  const leave = await call.runtime.gate.enter(call.signal);
  try {
    return await next();
  } finally {
    leave();
  }
};
