import { checkText } from "../checks/check-text.ts";
import { onOneProcessor } from "../measures/on-one-processor.ts";
import { taskTime } from "../measures/task-time.ts";
import { toolListTime } from "../measures/tool-list-time.ts";
import type { Work } from "../measures/work.ts";
import { bareEcho } from "../peers/bare-echo.ts";
import { drawbridgeEcho } from "../peers/drawbridge-echo.ts";
import { echoedText } from "../peers/echo-peer.ts";
import type { EchoTask } from "../peers/echo-task.ts";
import type { Setup } from "../peers/peer.ts";
import { percentile } from "../percentile.ts";
import { processor } from "../processor.ts";
import type { Suite } from "./suite.ts";

const inMicroseconds = (percent: number) => (milliseconds: readonly number[]) =>
  percentile(milliseconds, percent) * 1000;
const middle = { statistic: inMicroseconds(50), unit: "microseconds", better: "lower" } as const;
const slowest = { ...middle, statistic: inMicroseconds(99) } as const;

const tools = 40;

/** What core's pipeline adds to a call, beside the same tools on the bare SDK. */
export function pipeline(folder: string): Suite {
  const echo = (task: EchoTask): Work => ({ task, check: (items) => checkText(items, echoedText) });
  // Some ten times as many as elsewhere: what is looked for is a fraction of a call.
  const often = { times: 300, warmUp: 3000 };
  const time = (name: string, task: EchoTask, setup: Setup) =>
    taskTime(folder, { name, work: echo(task), setup, ...often });
  const text = onOneProcessor(time("echo", "echo text", "usual"));
  const record = onOneProcessor(time("echo-record", "echo record", "usual"));
  const audited = onOneProcessor(time("echo-audited", "echo text", "audited"));
  const anywhere = time("echo-anywhere", "echo text", "usual");
  const list = toolListTime(folder, tools, { name: "list-tools", times: 20, warmUp: 100 });
  const added = (microseconds: number) => ({ goal: { peer: "McpServer", added: microseconds } });

  return {
    title: "Core's pipeline beside the bare SDK",
    peers: [drawbridgeEcho(), bareEcho("McpServer"), bareEcho("Server")],
    writeSamples: async () => {},
    sections: [
      {
        title: "Call of an echo, 1 KB",
        rows: [
          { label: "Text, p50", measure: text, ...middle, ...added(60) },
          { label: "Text, p99", measure: text, ...slowest },
          { label: "Record, p50", measure: record, ...middle, ...added(60) },
          { label: "Record, p99", measure: record, ...slowest },
          { label: "Text, audited, p50", measure: audited, ...middle, ...added(150) },
          { label: "Text, audited, p99", measure: audited, ...slowest },
          { label: "Text, on any processor, p50", measure: anywhere, ...middle },
        ],
        notes: [
          processor.canBeChosen
            ? "Client and server share one processor, but in the last row, where the system places them."
            : "Not held to one processor, which takes taskset (util-linux): what is added then changes from run to run.",
          "Ours logs every call at its default level, the others log nothing. Audited: ours is started with --audit-log.",
        ],
      },
      {
        title: "Tool list",
        rows: [{ label: `${tools} tools, p50`, measure: list, ...middle, goal: { peer: "Server", ratio: 1.5 } }],
      },
    ],
    notes: [
      "McpServer: the SDK's server as its guides write it. Server: its low-level one, which checks no input, with a list made once.",
    ],
  };
}
