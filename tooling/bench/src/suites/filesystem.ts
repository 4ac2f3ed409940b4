import { grepTime } from "../measures/grep-time.ts";
import { peakMemory } from "../measures/peak-memory.ts";
import { startUp } from "../measures/start-up.ts";
import { taskTime } from "../measures/task-time.ts";
import { throughput } from "../measures/throughput.ts";
import { toolListSize } from "../measures/tool-list-size.ts";
import { drawbridgeFilesystem } from "../peers/drawbridge-filesystem.ts";
import { referenceFilesystem } from "../peers/reference-filesystem.ts";
import { ripgrep } from "../peers/ripgrep.ts";
import { sdkEcho } from "../peers/sdk-echo.ts";
import { percentile } from "../percentile.ts";
import { filesystemSamples } from "../samples/filesystem-samples.ts";
import { filesystemWork } from "./filesystem-work.ts";
import type { Suite } from "./suite.ts";

const p50 = (samples: readonly number[]) => percentile(samples, 50);
const p99 = (samples: readonly number[]) => percentile(samples, 99);

const time = { statistic: p50, unit: "milliseconds", better: "lower" } as const;
const slowest = { ...time, statistic: p99 } as const;
const rate = { statistic: p50, unit: "a second", better: "higher" } as const;
const memory = { statistic: p50, unit: "mebibytes", better: "lower" } as const;
const size = { statistic: p50, unit: "bytes", better: "lower" } as const;
const tokens = { ...size, statistic: (samples: readonly number[]) => p50(samples) / 4, unit: "tokens" } as const;

/** @drawbridge/filesystem beside the protocol project's reference server, and beside a bare server as the floor. */
export function filesystem(folder: string): Suite {
  const samples = filesystemSamples(folder);
  const work = filesystemWork(samples);

  const start = startUp(folder);
  const manyTimes = { times: 100, warmUp: 1000 };
  const someTimes = { times: 20, warmUp: 20 };
  const once = { times: 1, warmUp: 1 };
  // Seconds of work on the slowest peer: five rounds are steady enough.
  const seldom = { ...once, mostRounds: 5 };
  const readSmall = taskTime(folder, { name: "read-1kb", work: work.readSmall, setup: "usual", ...manyTimes });
  const readLarge = taskTime(folder, { name: "read-1mb", work: work.readLarge, setup: "large pages", ...someTimes });
  const atOnce = throughput(folder, { name: "throughput", work: work.readSmall, atOnce: 32, times: 640 });
  const editLarge = taskTime(folder, { name: "edit-1mb", work: work.editLarge, setup: "writing", ...someTimes });
  const listFirst = taskTime(folder, { name: "list-first", work: work.listFirstPage, setup: "usual", ...once });
  const listAll = taskTime(folder, { name: "list-all", work: work.listAll, setup: "large pages", ...once });
  const listNames = taskTime(folder, { name: "list-names", work: work.listNames, setup: "large pages", ...once });
  const listTree = taskTime(folder, { name: "list-tree", work: work.listTree, setup: "large pages", ...once });
  const findFirst = taskTime(folder, { name: "find-first", work: work.findFirstPage, setup: "usual", ...seldom });
  const findAll = taskTime(folder, { name: "find-all", work: work.findAll, setup: "large pages", ...seldom });
  const searched = { folder: samples.searched.path, pattern: samples.searched.pattern };
  const grep = grepTime(folder, searched, { name: "grep", work: work.grep, setup: "usual", ...someTimes });
  const lightLoad = [{ work: work.readSmall, atOnce: 32, times: 640 }];
  const light = peakMemory(folder, { name: "memory-light", load: lightLoad });
  const largeAtOnce = [{ work: work.readLarge, atOnce: 32, times: 32 }];
  const large = peakMemory(folder, { name: "memory-32mb", load: largeAtOnce });
  const heavyLoad = [
    ...largeAtOnce,
    { work: work.listNames, atOnce: 1, times: 1 },
    { work: work.findAll, atOnce: 1, times: 1 },
  ];
  const heavy = peakMemory(folder, { name: "memory-heavy", load: heavyLoad });
  const toolsUsual = toolListSize(folder, "tools-usual", "usual");
  const toolsAll = toolListSize(folder, "tools-all", "every tool");

  return {
    title: "@drawbridge/filesystem beside its peers",
    peers: [drawbridgeFilesystem(samples), referenceFilesystem(samples), sdkEcho(samples), ripgrep()],
    writeSamples: samples.write,
    sections: [
      {
        title: "Start",
        rows: [{ label: "Spawn to tools/list, p50", measure: start, ...time, goal: { peer: "reference", ratio: 0.5 } }],
      },
      {
        title: "Read",
        rows: [
          { label: "1 KB, p50", measure: readSmall, ...time, goal: { peer: "reference", ratio: 0.7 } },
          { label: "1 KB, p99", measure: readSmall, ...slowest },
          { label: "1 KB, 32 at once", measure: atOnce, ...rate, goal: { peer: "reference", ratio: 2 } },
          { label: "1 MB, p50", measure: readLarge, ...time, goal: { peer: "reference", ratio: 0.6 } },
          { label: "1 MB, p99", measure: readLarge, ...slowest },
        ],
        notes: [
          "1 MB: ours is started with --max-result-bytes 1200000, so that it answers in one reply as the reference does.",
        ],
      },
      {
        title: "Edit",
        rows: [
          { label: "1 MB, p50", measure: editLarge, ...time, goal: { peer: "reference", ratio: 0.6 } },
          { label: "1 MB, p99", measure: editLarge, ...slowest },
        ],
        notes: ["Ours writes what was there to its journal and forces both to the disk; the reference does neither."],
      },
      {
        title: "Directories",
        rows: [
          { label: "List 23,000, first page", measure: listFirst, ...time },
          { label: "List 23,000, all", measure: listAll, ...time, goal: { peer: "reference", ratio: 0.5 } },
          { label: "List 23,000, all, names do", measure: listNames, ...time },
          { label: "List a tree of 21,040, names do", measure: listTree, ...time },
          { label: "Find in 20,000, first page", measure: findFirst, ...time },
          { label: "Find in 20,000, all", measure: findAll, ...time, goal: { peer: "reference", ratio: 0.1 } },
          { label: "Grep 170 MB in 20,000", measure: grep, ...time, goal: { peer: "ripgrep", ratio: 1.3 } },
        ],
        notes: [
          "First page: ours alone has pages; the first of the reference is all there is.",
          "All: ours follows its cursors to the end, asking for 10,000 at a time.",
          "A list of ours tells type, size and time of change. The reference is asked by list_directory_with_sizes, which tells sizes.",
          "Names do: it is asked by list_directory, or directory_tree, which look at no entry; ours tells all it does elsewhere.",
        ],
      },
      {
        title: "Memory",
        rows: [
          { label: "Peak, light load", measure: light, ...memory },
          { label: "Peak, 32 reads of 1 MB", measure: large, ...memory, goal: { peer: "reference", ratio: 0.3 } },
          { label: "Peak, heavy load", measure: heavy, ...memory },
        ],
        notes: ["Light load: 640 reads of 1 KB, 32 at once. Heavy: 32 of 1 MB at once, then a list and a find."],
      },
      {
        title: "Tool list",
        rows: [
          { label: "As started", measure: toolsUsual, ...size },
          { label: "As started, tokens (estimate)", measure: toolsUsual, ...tokens },
          { label: "Every tool", measure: toolsAll, ...size },
          { label: "Every tool, tokens (estimate)", measure: toolsAll, ...tokens },
        ],
        notes: [
          "Every tool: ours is started with --access full; the reference always lists all it has.",
          "Tokens (estimate): bytes / 4, for no tokenizer is every model's.",
        ],
      },
    ],
    notes: ["SDK echo answers from memory: the floor for any server on this SDK, not a peer of ours."],
  };
}
