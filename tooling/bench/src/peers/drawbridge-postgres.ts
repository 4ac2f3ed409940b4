import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PostgresSamples } from "../samples/postgres-samples.ts";
import { packageVersion } from "./package-version.ts";
import type { Peer } from "./peer.ts";
import type { QueryTask } from "./query-task.ts";
import { queryTasks } from "./query-tasks.ts";
import { textOf } from "./text-of.ts";

/** Our own connector, as built in this workspace. It is left to it to stop at a hundred rows. */
export function drawbridgePostgres({ url }: PostgresSamples): Peer<QueryTask> {
  const packageFolder = dirname(fileURLToPath(import.meta.resolve("@drawbridge/postgres/package.json")));
  return {
    name: "drawbridge",
    version: () => packageVersion(packageFolder),
    prepare: async () => {},
    arguments: (setup) => [join(packageFolder, "dist", "cli.cjs"), url(setup)],
    tasks: {
      ...queryTasks("pg_query"),
      "first hundred": {
        call: () => ({ name: "pg_query", arguments: { sql: "SELECT * FROM events", limit: 100 } }),
        items: (result) => [textOf(result)],
      },
    },
  };
}
