import { UsageError } from "@drawbridge/core";
import type * as z from "zod";
import type { options } from "./options.ts";
import { servedDatabases } from "./served-databases.ts";

/** Bytes of the longest name that PostgreSQL has. */
const longestName = 63;

/** The channels that `--listen` names, by database. Throws `UsageError` for one that cannot be. */
export function listenedChannels(
  given: Pick<z.output<typeof options>, "url" | "database" | "listen">,
): ReadonlyMap<string, readonly string[]> {
  const names = servedDatabases(given).map(([name]) => name);
  const channels = new Map(names.map((name) => [name, new Set<string>()]));
  for (const written of given.listen) {
    const [database, channel] = names.length === 1 ? [names[0] ?? "", written] : split(written);
    const known = channels.get(database);
    if (known === undefined || channel === "")
      throw new UsageError(
        `--listen ${written}: of several databases it is written name:channel, and names are ${names.join(", ")}`,
      );
    if (Buffer.byteLength(channel) > longestName || channel.includes("\0"))
      throw new UsageError(`--listen ${written}: a channel's name has at most ${longestName} bytes`);
    known.add(channel);
  }
  return new Map([...channels].map(([name, own]) => [name, [...own]]));
}

function split(written: string): [database: string, channel: string] {
  const at = written.indexOf(":");
  return [written.slice(0, Math.max(at, 0)), written.slice(at + 1)];
}
