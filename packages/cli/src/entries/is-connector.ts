import { officialConnectors } from "../connectors/official-connectors.ts";
import type { Lock } from "../locks/lock.ts";
import { pinnedPackage } from "./pinned-package.ts";
import type { ServerEntry } from "./server-entry.ts";
import { startsSource } from "./starts-source.ts";

/** Whether an entry starts a connector: one of the project's own, or the one that the lock was made of. */
export function isConnector(entry: ServerEntry, lock: Pick<Lock, "source"> | undefined): boolean {
  if (lock !== undefined && startsSource(entry, lock.source)) return true;
  const name = pinnedPackage(entry)?.package;
  return name !== undefined && officialConnectors().some((connector) => connector.package === name);
}
