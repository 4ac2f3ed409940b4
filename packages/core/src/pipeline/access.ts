import { accessAdmits } from "../effects/access-admits.ts";
import { accessFor } from "../effects/access-for.ts";
import type { Effect } from "../effects/effect.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Stage } from "./stage.ts";

const done: Readonly<Record<Effect, string>> = { read: "reads", write: "changes data", destroy: "destroys data" };

/** Refuses what the person who runs the server did not grant. */
export const access: Stage = (call, next) => {
  const { operation, effect, runtime } = call;
  if (operation.kind === "tool" && !runtime.toolFilter(operation.name)) {
    throw new ConnectorError(
      "refused",
      `${operation.name} is switched off here. A person can switch it on with ${runtime.switchOf(operation.name)}, not you.`,
    );
  }
  if (!accessAdmits(runtime.access, effect)) {
    throw new ConnectorError(
      "refused",
      `${operation.name} ${done[effect]}, and this server allows only "${runtime.access}". The person who runs it can ` +
        `allow it with --access ${accessFor[effect]}.`,
    );
  }
  if (!accessAdmits(call.access, effect)) {
    throw new ConnectorError(
      "refused",
      `${operation.name} ${done[effect]}, and your token allows only "${call.access}". Get one whose scopes allow ` +
        `"${accessFor[effect]}".`,
    );
  }
  return next();
};
