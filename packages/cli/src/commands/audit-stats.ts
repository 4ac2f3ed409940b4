import { makeVisible, UsageError } from "@drawbridge/core";
import { assertLog } from "../audit/assert-log.ts";
import { auditLines } from "../audit/audit-lines.ts";
import { type CallStatistics, Statistics } from "../audit/statistics.ts";
import { coloured } from "../command-line/coloured.ts";
import type { Command } from "../command-line/command.ts";
import { print } from "../command-line/print.ts";
import { table } from "../command-line/table.ts";

/** Counts what an audit log tells of. */
export const auditStats: Command = {
  name: "audit stats",
  operands: "<file>",
  description: "Count the calls of an audit log: outcomes and durations by tool and principal",
  flags: [
    { name: "since", placeholder: "<time>", description: "Only calls from then on: 2026-11-27, or 2h, 30m, 7d ago" },
    { name: "json", description: "As JSON" },
  ],
  examples: [["drawbridge audit stats audit.jsonl --since 7d", "see what was called in a week"]],
  async run(call) {
    const file = assertLog(call.operands, "audit stats");
    const since = sinceWhen(call.text("since"), Date.now());
    const statistics = new Statistics();
    for await (const line of auditLines(file)) if (line.time >= since) statistics.add(line);
    const results = statistics.results();
    if (call.has("json")) print(`${JSON.stringify(results, null, 2)}\n`);
    else if (results.length === 0) print("No call is recorded.\n");
    else print(textOf(results));
    return 0;
  },
};

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function sinceWhen(written: string | undefined, now: number): string {
  if (written === undefined) return "";
  const [, number = "", unit = ""] = /^(\d{1,6})([mhd])$/.exec(written) ?? [];
  const milliseconds = number === "" ? Date.parse(written) : now - Number(number) * (units[unit] ?? 0);
  if (!Number.isNaN(milliseconds) && (number !== "" || /^\d{4}-\d\d-\d\d/.test(written)))
    return new Date(milliseconds).toISOString();
  throw new UsageError(
    `--since does not take ${JSON.stringify(written)}: write a date (2026-11-27), or how long ago (30m, 2h, 7d)`,
  );
}

function textOf(results: readonly CallStatistics[]): string {
  const head = [
    "operation",
    "principal",
    "calls",
    "succeeded",
    "failed",
    "refused",
    "other",
    "median",
    "95%",
    "longest",
    "bytes",
  ];
  const rows = results.map(({ operation, principal, calls, outcomes, duration, bytes }) => {
    const { succeeded = 0, failed = 0, refused = 0 } = outcomes;
    const other = calls - succeeded - failed - refused;
    const times = [duration.median, duration.p95, duration.max].map(
      (time) => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`,
    );
    return [
      makeVisible(operation),
      makeVisible(principal),
      calls,
      succeeded,
      failed,
      refused,
      other,
      ...times,
      bytes,
    ].map(String);
  });
  const codes = results.flatMap(({ operation, codes: counts }) =>
    Object.entries(counts).map(([code, number]) => `  ${makeVisible(operation)}: ${makeVisible(code)} ${number} times`),
  );
  const cutOff = results.reduce((sum, each) => sum + each.cutOff, 0);
  return [
    table([head, ...rows], 2),
    ...(codes.length === 0 ? [] : [`\nWhat did not succeed\n${codes.join("\n")}\n`]),
    ...(cutOff === 0
      ? []
      : [`\n${coloured("yellow", `${cutOff} begun and never ended`)}: look up in the system what became of them.\n`]),
  ].join("");
}
