import type { Finding } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import { readRecords } from "../watching/read-records.ts";

/** What each extension is to the tools, and how it comes there. */
const wanted: readonly (readonly [name: string, without: string, remedy: string])[] = [
  [
    "pg_stat_statements",
    "pg_top_queries has nothing to rank, and pg_advise_indexes no workload",
    "shared_preload_libraries = 'pg_stat_statements' in postgresql.conf, a restart, and CREATE EXTENSION pg_stat_statements;",
  ],
  [
    "hypopg",
    "pg_advise_indexes cannot cost what it proposes, and pg_explain tries no hypothetical index",
    "Install the package hypopg of your system, and CREATE EXTENSION hypopg;",
  ],
];

/** Extensions that the tools work better with. */
export async function* extensionFindings(database: Database, signal: AbortSignal): AsyncGenerator<Finding> {
  const found = await readRecords<string>(database, { text: "SELECT to_json(extname) FROM pg_extension" }, signal);
  for (const [name, without, remedy] of wanted) {
    if (found.includes(name)) yield { level: "ok", title: `The database ${database.name} has the extension ${name}` };
    else
      yield { level: "note", title: `The database ${database.name} has no extension ${name}`, detail: without, remedy };
  }
}
