import { chmodSync, chownSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unprivilegedUser } from "./unprivileged-user.ts";

/** A new folder for one PostgreSQL, directly under the system's temporary folder, which other users may enter. */
export function postgresFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "drawbridge-postgres-"));
  const user = unprivilegedUser();
  chmodSync(folder, 0o755);
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  return folder;
}
