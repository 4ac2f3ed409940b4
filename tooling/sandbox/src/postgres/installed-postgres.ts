import { existsSync } from "node:fs";
import type { PostgresBinaries } from "./packaged-postgres.ts";

const folder = "/usr/lib/postgresql/15/bin";

/** Debian's PostgreSQL 15, which may have hypopg; undefined where it is not installed. */
export function installedPostgres(): PostgresBinaries | undefined {
  return existsSync(`${folder}/postgres`) ? { label: "PostgreSQL 15 (installed)", folder } : undefined;
}
