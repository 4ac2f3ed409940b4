import { effectRank } from "../effects/effect-rank.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Stage } from "./stage.ts";

/** Refuses what a person would first have to confirm. Core cannot ask yet, so that nothing runs unconfirmed. */
export const confirm: Stage = (call, next) => {
  const { threshold } = call.runtime.confirmation;
  if (threshold === undefined || effectRank[call.effect] < effectRank[threshold]) return next();
  throw new ConnectorError(
    "needs_confirmation",
    `${call.operation.name} needs a person's confirmation, which this server cannot ask your host for. The person who ` +
      "runs it can allow it unasked with --confirm never.",
  );
};
