import type { Database } from "../database/database.ts";
import type { KeptEntry } from "./kept-notifications.ts";

/** A notification as it may be shown. */
type ShownEntry = KeptEntry | { readonly sequence: number; readonly time: string; readonly withheld: string };

/**
 * Notifications as they may be shown. Nobody knows where a payload comes from: where columns are masked none is shown, for a trigger
 * may have put values of them into it; where some schemas are served, none that names another.
 */
export async function shownEntries(
  entries: readonly KeptEntry[],
  { masks, schemas }: Database,
  signal: AbortSignal,
): Promise<readonly ShownEntry[]> {
  if (masks === undefined && schemas === undefined) return entries;
  return Promise.all(
    entries.map(async (entry) => {
      if (!("payload" in entry) || entry.payload === "") return entry;
      const { payload, ...told } = entry;
      if (masks !== undefined) return { ...told, withheld: "it may hold values of masked columns" };
      const isOfOthers = (await schemas?.namesOthers(payload, signal)) ?? false;
      return isOfOthers ? { ...told, withheld: "it names what is in schemas that are not served" } : entry;
    }),
  );
}
