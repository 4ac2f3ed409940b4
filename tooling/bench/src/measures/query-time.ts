import pg from "pg";
import type { QueryTask } from "../peers/query-task.ts";
import type { PostgresSamples } from "../samples/postgres-samples.ts";
import { statements } from "../samples/statements.ts";
import type { Measure } from "./measure.ts";
import { repeatedTime } from "./repeated-time.ts";
import { type TaskTime, taskTime } from "./task-time.ts";

/** Milliseconds of a query by a running server; of raw pg those of the bare query, from this process. */
export function queryTime(folder: string, { url }: PostgresSamples, time: TaskTime): Measure {
  const ofServer = taskTime(folder, time);
  const sql = statements[time.work.task as QueryTask];
  const ofDriver = repeatedTime(
    time,
    () => true,
    async () => {
      const client = new pg.Client({ connectionString: url(time.setup) });
      await client.connect();
      return {
        async once() {
          const started = performance.now();
          const { rows } = await client.query(sql());
          const milliseconds = performance.now() - started;
          time.work.check([JSON.stringify(rows)]);
          return milliseconds;
        },
        leave: () => client.end(),
      };
    },
  );
  const isDriver = (name: string) => name === "raw pg";
  return {
    ...ofServer,
    includes: (peer) => isDriver(peer.name) || ofServer.includes(peer),
    enter: (peer) => (isDriver(peer.name) ? ofDriver : ofServer).enter(peer),
  };
}
