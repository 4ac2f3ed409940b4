import { checkMarks } from "../checks/check-marks.ts";
import { memoryGrowth } from "../measures/memory-growth.ts";
import { queryTime } from "../measures/query-time.ts";
import { startUp } from "../measures/start-up.ts";
import { throughput } from "../measures/throughput.ts";
import type { Work } from "../measures/work.ts";
import { dbhub } from "../peers/dbhub.ts";
import { drawbridgePostgres } from "../peers/drawbridge-postgres.ts";
import { inProcess } from "../peers/in-process.ts";
import type { Setup } from "../peers/peer.ts";
import type { QueryTask } from "../peers/query-task.ts";
import { referencePostgres } from "../peers/reference-postgres.ts";
import { percentile } from "../percentile.ts";
import { postgresSamples } from "../samples/postgres-samples.ts";
import type { Suite } from "./suite.ts";

const at = (percent: number) => (samples: readonly number[]) => percentile(samples, percent);

const time = { statistic: at(50), unit: "milliseconds", better: "lower" } as const;
const slowest = { ...time, statistic: at(99) } as const;

/** @drawbridge/postgres beside other servers, and beside the bare driver as the floor. */
export function postgres(folder: string): Suite {
  const samples = postgresSamples();
  const work = (task: QueryTask, mark: string, rows: number): Work => ({
    task,
    check: (texts) => checkMarks(texts, mark, rows),
  });
  const tenRows = work("ten rows", "@example.com", 10);
  const newWords = work("ten rows, new words", "@example.com", 10);
  const hundred = work("first hundred", "/products/", 100);
  const query = (name: string, one: Work, setup: Setup, times: number) =>
    queryTime(folder, samples, { name, work: one, setup, times, warmUp: times * 10 });
  const start = startUp(folder);
  const near = query("query", tenRows, "usual", 100);
  const nearNew = query("query-new", newWords, "usual", 50);
  const far = query("query-far", tenRows, "far", 20);
  const farNew = query("query-far-new", newWords, "far", 20);
  const large = query("query-hundred", hundred, "usual", 50);
  const atOnce = throughput(folder, { name: "at-once", work: tenRows, atOnce: 50, times: 500 });
  const growth = memoryGrowth(folder, { name: "growth", work: tenRows, atOnce: 50, times: 50_000 });
  const beside = (ratio: number) => ({ goal: { peer: ["reference", "dbhub"], ratio } });

  return {
    title: "@drawbridge/postgres beside its peers",
    peers: [
      drawbridgePostgres(samples),
      referencePostgres(samples),
      dbhub(samples),
      { ...inProcess("raw pg"), version: async () => "in the bench itself" },
    ],
    writeSamples: samples.write,
    endSamples: samples.end,
    sections: [
      { title: "Start", rows: [{ label: "Spawn to tools/list, p50", measure: start, ...time, ...beside(0.6) }] },
      {
        title: "Ten rows by key, on loopback",
        rows: [
          { label: "p50", measure: near, ...time, ...beside(1) },
          { label: "p99", measure: near, ...slowest },
          { label: "In new words each time, p50", measure: nearNew, ...time },
        ],
      },
      {
        title: "Ten rows by key, 10 ms away",
        rows: [
          { label: "p50, beside servers", measure: far, ...time, ...beside(1) },
          { label: "p50, beside the driver", measure: far, ...time, goal: { peer: "raw pg", ratio: 1.3 } },
          { label: "p99", measure: far, ...slowest },
          { label: "In new words each time, p50", measure: farNew, ...time },
        ],
        notes: [
          "10 ms away: a proxy holds back whatever passes for 5 ms each way.",
          "New words: a statement that was not asked in the last five seconds costs ours a second round trip, to look in the catalog what it would call.",
        ],
      },
      {
        title: "100 rows of a table of 100,000",
        rows: [{ label: "p50", measure: large, ...time, goal: { peer: "raw pg", added: 2 } }],
        notes: ["100 rows: ours is asked for the whole table with limit 100; the others are given LIMIT 100 in SQL."],
      },
      {
        title: "50 calls at once, 10 connections",
        rows: [
          { label: "Calls", measure: atOnce, statistic: at(50), unit: "a second", better: "higher" },
          {
            label: "Growth, 10,000 to 50,000 calls",
            measure: growth,
            statistic: at(50),
            unit: "mebibytes",
            better: "lower",
            goal: { most: 16 * 1024 ** 2 },
          },
        ],
      },
    ],
    notes: [
      "dbhub: as its README starts it, which lets changes pass, and so opens no transaction. Ours reads in one that can only read.",
      "raw pg: client.query of the same statement from the bench itself, over one connection: the floor, no peer of ours.",
    ],
  };
}
