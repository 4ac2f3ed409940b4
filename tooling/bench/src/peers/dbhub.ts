import { join } from "node:path";
import type { PostgresSamples } from "../samples/postgres-samples.ts";
import { installPackage } from "./install-package.ts";
import { newerNode } from "./newer-node.ts";
import type { Peer } from "./peer.ts";
import { peersFolder } from "./peers-folder.ts";
import type { QueryTask } from "./query-task.ts";
import { queryTasks } from "./query-tasks.ts";

const PACKAGE = "@bytebase/dbhub";
const VERSION = "1.4.0";

/** The one that most people run today, as its README starts it: it then lets changes pass, and opens no transaction for a query. */
export function dbhub({ url }: PostgresSamples): Peer<QueryTask> {
  let installed = peersFolder;
  let node = process.execPath;
  return {
    name: "dbhub",
    version: async () => (node === process.execPath ? VERSION : `${VERSION} (on a Node.js from npm: it needs 22.5)`),
    prepare: async () => {
      installed = await installPackage(PACKAGE, VERSION);
      node = await newerNode();
    },
    node: () => node,
    arguments: (setup) => [
      join(installed, "dist", "index.js"),
      "--transport",
      "stdio",
      "--dsn",
      `${url(setup)}?sslmode=disable`,
    ],
    tasks: queryTasks("execute_sql"),
  };
}
