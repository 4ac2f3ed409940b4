import { ConnectorError } from "../errors/connector-error.ts";
import { appendToAudit } from "./append-to-audit.ts";
import type { Stage } from "./stage.ts";

/** Records that a write or destroy begins, before it does. What cannot be recorded does not run; reads do. */
export const recordStart: Stage = (call, next) => {
  if (call.effect === "read") return next();
  try {
    appendToAudit(call, { event: "started" });
  } catch (error) {
    throw new ConnectorError(
      "unavailable",
      "The audit log cannot be written, and nothing is changed unrecorded. The person who runs this server finds the " +
        "cause in its log; reading goes on.",
      { internal: `audit log: ${(error as Error).message}`, cause: error },
    );
  }
  return next();
};
