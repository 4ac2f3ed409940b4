import type { ConnectorSource } from "../connectors/connector-source.ts";
import { pinnedPackage } from "./pinned-package.ts";
import type { ServerEntry } from "./server-entry.ts";

/** Whether an entry starts the connector that a lock was made of, at whatever version. */
export function startsSource(entry: ServerEntry, source: ConnectorSource): boolean {
  if (source.kind === "folder") return entry.args.includes(source.program);
  return pinnedPackage(entry)?.package === source.package;
}
