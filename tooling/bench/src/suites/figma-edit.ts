import { figmaEditTime } from "../measures/figma-edit-time.ts";
import { figmaGrowth } from "../measures/figma-growth.ts";
import { figmaNoticeTime } from "../measures/figma-notice-time.ts";
import { drawbridgeFigmaOpen } from "../peers/drawbridge-figma-open.ts";
import { inProcess } from "../peers/in-process.ts";
import { percentile } from "../percentile.ts";
import type { Suite } from "./suite.ts";

const at = (percent: number) => (samples: readonly number[]) => percentile(samples, percent);

const card = [{ op: "create", type: "FRAME", ref: "$card", props: { name: "Card", width: 320, height: 200 } }];

/** What @drawbridge/figma adds to what its plugin does in an open file. */
export function figmaEdit(folder: string): Suite {
  const one = figmaEditTime(
    folder,
    { name: "edit-one", times: 30, warmUp: 60 },
    { before: card, edit: (node, time) => [{ op: "set", node, props: { x: time } }] },
  );
  const many = figmaEditTime(
    folder,
    { name: "edit-thousand", times: 1, warmUp: 1, mostRounds: 7 },
    {
      before: card,
      edit: (node, time) =>
        Array.from({ length: 1000 }, (_, index) => ({ op: "set", node, props: { x: index, y: time } })),
    },
  );
  const notice = figmaNoticeTime(folder, { name: "notice", times: 10, warmUp: 3, mostRounds: 3 });
  const growth = figmaGrowth(folder, "growth");
  const time = { unit: "milliseconds", better: "lower" } as const;

  return {
    title: "@drawbridge/figma in open files",
    peers: [drawbridgeFigmaOpen(), { ...inProcess("plugin alone"), version: async () => "in the bench itself" }],
    writeSamples: async () => {},
    sections: [
      {
        title: "An edit, from the host to the open file and back",
        rows: [
          {
            label: "One operation, p50",
            measure: one,
            statistic: at(50),
            ...time,
            goal: { peer: "plugin alone", added: 5 },
          },
          { label: "One operation, p99", measure: one, statistic: at(99), ...time },
          { label: "1,000 operations, p50", measure: many, statistic: at(50), ...time, goal: { most: 500 } },
        ],
      },
      {
        title: "A person's change, until the host hears of it",
        rows: [{ label: "p50", measure: notice, statistic: at(50), ...time, goal: { most: 100 } }],
      },
      {
        title: "20 files at once",
        rows: [
          {
            label: "Growth, 2,000 to 6,000 edits",
            measure: growth,
            statistic: at(50),
            unit: "mebibytes",
            better: "lower",
            goal: { most: 16 << 20 },
          },
        ],
      },
    ],
    notes: [
      "Figma: the sandbox's simulator in the bench's own process, with the plugin as it is built; the connector is a process of its own.",
      "An edit: the plan, what figma_lint finds in what was touched, and a picture of it.",
      "Plugin alone: asked for the same by its main thread's messages, without connector, WebSocket and lint: the floor, no peer of ours.",
    ],
  };
}
