import { ConnectorError } from "@drawbridge/core";
import type { ApiAnswer } from "./github-api.ts";

/**
 * The number of the repository that GitHub sends us on to, once one was renamed or given away; undefined where it answers itself.
 *
 * @throws ConnectorError `unavailable` where it sends us anywhere else
 */
export function movedTo({ status, headers }: ApiAnswer): number | undefined {
  if (![301, 302, 307, 308].includes(status)) return undefined;
  const id = Number(/\/repositories\/(\d+)/.exec(headers.location ?? "")?.[1]);
  if (Number.isSafeInteger(id)) return id;
  throw new ConnectorError("unavailable", "GitHub sent us to a place that is no repository. Try again.");
}
