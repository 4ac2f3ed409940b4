import type { Stage } from "./stage.ts";

/**
 * Hands the call to the OpenTelemetry SDK that the person brought, if they did. Outermost, so that the span is as long as
 * the caller waits, everything that a call does is part of its trace, and nothing is seen of it that does not leave.
 */
export const trace: Stage = (call, next) => {
  const { telemetry } = call.runtime;
  return telemetry === undefined ? next() : telemetry.observe(call, next);
};
