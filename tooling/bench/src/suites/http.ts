import { httpCallTime, httpGrowth, httpThroughput } from "../measures/http-load.ts";
import { httpEcho } from "../peers/http-echo.ts";
import { percentile } from "../percentile.ts";
import type { Suite } from "./suite.ts";

const at = (percent: number) => (samples: readonly number[]) => percentile(samples, percent);

const ports = { drawbridge: 39_471, McpServer: 39_472, Server: 39_473 };

/** What serving over HTTP costs, beside the same tools on the bare SDK. */
export function http(folder: string): Suite {
  const load = { folder, connections: 32, ports };
  const rate = httpThroughput("http-throughput", load, 1000);
  const time = httpCallTime("http-call", load, 1000);
  const growth = httpGrowth("http-growth", { ...load, ports: { drawbridge: ports.drawbridge } }, 100_000);
  const atMost = (ratio: number) => ({ goal: { peer: "McpServer", ratio } });

  return {
    title: "Core over HTTP beside the bare SDK",
    peers: [
      httpEcho("drawbridge", ports.drawbridge),
      httpEcho("McpServer", ports.McpServer),
      httpEcho("Server", ports.Server),
    ],
    writeSamples: async () => {},
    sections: [
      {
        title: "Call of an echo, 1 KB, 40 tools, 32 connections",
        rows: [
          { label: "Calls", measure: rate, statistic: at(50), unit: "a second", better: "higher", ...atMost(0.9) },
          { label: "p50", measure: time, statistic: at(50), unit: "milliseconds", better: "lower" },
          { label: "p99", measure: time, statistic: at(99), unit: "milliseconds", better: "lower", ...atMost(1.3) },
        ],
      },
      {
        title: "Memory",
        rows: [
          {
            label: "Growth, 20,000 to 100,000 calls",
            measure: growth,
            statistic: at(50),
            unit: "mebibytes",
            better: "lower",
          },
        ],
      },
    ],
    notes: [
      "Ours logs, limits, redacts, fences and bounds every call; the others do none of that. Requests are of 2026-07-28.",
      "McpServer: the SDK's server as its guides write it, made anew for each request. Server: its low-level one, with a list made once.",
    ],
  };
}
