import type * as z from "zod";
import type { options } from "./options.ts";

/** Names of what is served, each with its URL; undefined where PG* variables say which it is. */
export function servedDatabases({
  url,
  database,
}: Pick<z.output<typeof options>, "url" | "database">): readonly (readonly [name: string, url: string | undefined])[] {
  if (database.length === 0) return [[nameIn(url) ?? process.env.PGDATABASE ?? "postgres", url]];
  return database.map((pair) => {
    const split = pair.indexOf("=");
    return [pair.slice(0, split), pair.slice(split + 1)] as const;
  });
}

function nameIn(url: string | undefined): string | undefined {
  const [, path] = /^[^/]*\/\/[^/]*\/([^?#]+)/.exec(url ?? "") ?? [];
  try {
    return path === undefined ? undefined : decodeURIComponent(path);
  } catch {
    // Nothing is connected to at such an address, which is told in words of its own.
    return path;
  }
}
