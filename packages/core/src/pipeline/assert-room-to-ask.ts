import { ConnectorError } from "../errors/connector-error.ts";
import type { Call } from "./call.ts";

/** Throws `rate_limited` where so many calls wait for a host already that no more should. */
export function assertRoomToAsk({ runtime }: Call): void {
  if (runtime.questions.hasRoom) return;
  const message = "Too many calls wait for a person already. Have those answered before you make another.";
  throw new ConnectorError("rate_limited", message, { retryAfter: 60 });
}
