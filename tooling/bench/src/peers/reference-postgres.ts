import { join } from "node:path";
import type { PostgresSamples } from "../samples/postgres-samples.ts";
import { installPackage } from "./install-package.ts";
import type { Peer } from "./peer.ts";
import { peersFolder } from "./peers-folder.ts";
import type { QueryTask } from "./query-task.ts";
import { queryTasks } from "./query-tasks.ts";

const PACKAGE = "@modelcontextprotocol/server-postgres";
const VERSION = "0.6.2";

/** The protocol project's own server, no longer kept and still much used. */
export function referencePostgres({ url }: PostgresSamples): Peer<QueryTask> {
  let installed = peersFolder;
  return {
    name: "reference",
    version: async () => VERSION,
    prepare: async () => {
      installed = await installPackage(PACKAGE, VERSION);
    },
    arguments: (setup) => [join(installed, "dist", "index.js"), url(setup)],
    tasks: queryTasks("query"),
  };
}
