import { readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { ConnectorError } from "@drawbridge/core";
import { showName } from "../../paths/show-name.ts";
import type { Standing } from "../places/place.ts";
import { mountedIn } from "./mounted-in.ts";

/**
 * Refuses a folder that goes away with another disk, or another folder, mounted in it: with the folder that would go along, and
 * be emptied with what is deleted. Only Linux tells of those.
 */
export function assertNoMount({ parent, name, entry, path }: Standing): void {
  if (process.platform !== "linux" || !entry.stats.isDirectory()) return;
  // A descriptor's path as the system knows it: looked up by its names it could be another by then.
  const above = parent.address.startsWith("/proc/self/fd/") ? readlinkSync(parent.address) : parent.address;
  const folder = join(above, name);
  const place = mountedIn(readFileSync("/proc/self/mountinfo", "utf8"), folder);
  if (place === undefined) return;
  throw new ConnectorError(
    "refused",
    `${showName(path + place.slice(folder.length))} is where something else is mounted, and would go along. Unmount it, or name ` +
      "what stands around it one by one.",
  );
}
