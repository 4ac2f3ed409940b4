import { appendToAudit } from "./append-to-audit.ts";
import type { Stage } from "./stage.ts";
import { unrecorded } from "./unrecorded.ts";

/** Records that a write or destroy begins, before it does. What cannot be recorded does not run; reads do. */
export const recordStart: Stage = (call, next) => {
  if (call.effect === "read") return next();
  try {
    appendToAudit(call, { event: "started" });
  } catch (error) {
    throw unrecorded(error);
  }
  return next();
};
