import { expect, test } from "vitest";
import type { Report } from "./report/report.ts";
import type { ReportRow } from "./report/report-row.ts";
import { renderTable } from "./table.ts";

const readRow: ReportRow = {
  label: "Read 1 KB, p50",
  measure: "read-1kb",
  rounds: 15,
  unit: "milliseconds",
  better: "lower",
  figures: [
    { peer: "drawbridge", value: 0.42, samples: 1500 },
    { peer: "reference", value: 0.56, samples: 1500, ratio: 0.75 },
    { peer: "SDK echo", value: 0.21, samples: 1500, ratio: 2 },
  ],
  goal: { peer: "reference", ratio: 1, met: true },
};

function reportOf(...rows: ReportRow[]): Report {
  return {
    title: "@drawbridge/filesystem beside its peers",
    takenAt: "2026-11-23T01:20:37.000Z",
    machine: { cpu: "A CPU", cores: 2, memoryGiB: 24, node: "20.20.2", platform: "linux x64", load: 0.1 },
    rounds: 15,
    peers: ["drawbridge", "reference", "SDK echo"].map((name) => ({ name, version: "1.0.0" })),
    sections: [{ title: "Read", rows }],
    notes: ["A note."],
  };
}

function lineWith(words: string, report: Report): string {
  return (
    renderTable(report)
      .split("\n")
      .find((line) => line.includes(words)) ?? ""
  );
}

test("a row shows our figure, then each peer's with the ratio to it, then the goal", () => {
  const line = lineWith("Read 1 KB", reportOf(readRow));
  expect(line.trim().split(/ {2,}/)).toEqual([
    "Read 1 KB, p50",
    "0.42 ms",
    "0.56 ms",
    "0.75",
    "0.21 ms",
    "2.00",
    "≤ 1.00 met",
  ]);
});

test("a missed goal says so", () => {
  const missed = { ...readRow, goal: { peer: "reference", ratio: 0.6, met: false } };
  expect(lineWith("Read 1 KB", reportOf(missed))).toMatch(/≤ 0\.60 not met$/);
});

test("a goal for what ours adds shows what was found beside its limit", () => {
  const cellOf = (found: number | undefined, met: boolean) => {
    const goal = { peer: "reference", added: 60, met, ...(found === undefined ? {} : { found }) };
    return lineWith("Read 1 KB", reportOf({ ...readRow, unit: "microseconds", goal }))
      .split(/ {2,}/)
      .at(-1);
  };
  expect(cellOf(48.21, true)).toBe("+48.2 µs ≤ 60.0 µs met");
  expect(cellOf(-3, true)).toBe("-3.00 µs ≤ 60.0 µs met");
  expect(cellOf(undefined, false)).toBe("n/a ≤ 60.0 µs not met");
});

test("a row where more is better is marked, and its goal is a least", () => {
  const goal = { peer: "reference", ratio: 1, met: true };
  const line = lineWith(
    "At once",
    reportOf({ ...readRow, label: "At once", better: "higher", unit: "a second", goal }),
  );
  expect(line).toContain("At once ↑");
  expect(line).toContain("≥ 1.00 met");
});

test("a peer without such work has a dash, and what cannot be measured is n/a", () => {
  const figures = [
    { peer: "drawbridge", value: "not measurable" as const, samples: 0 },
    { peer: "reference", value: 1, samples: 1 },
    { peer: "SDK echo", value: "not offered" as const, samples: 0 },
  ];
  const { goal: _, ...withoutGoal } = readRow;
  expect(
    lineWith("Read 1 KB", reportOf({ ...withoutGoal, figures }))
      .trim()
      .split(/ {2,}/),
  ).toEqual(["Read 1 KB, p50", "n/a", "1.00 ms", "–"]);
});

test("figures of one column end in the same place", () => {
  const [ours, ...others] = readRow.figures;
  const slower = { ...readRow, label: "Slower", figures: [{ peer: "drawbridge", value: 1234, samples: 1 }, ...others] };
  const report = reportOf(readRow, slower);
  expect(ours?.value).toBe(0.42);
  expect(lineWith("Slower", report).indexOf("1,234 ms") + "1,234 ms".length).toBe(
    lineWith("Read 1 KB", report).indexOf("0.42 ms") + "0.42 ms".length,
  );
});

test("the table fits into 100 columns with the widest figures that occur", () => {
  const figures = readRow.figures.map((figure) => ({ ...figure, value: 123_456, ratio: 12.34 }));
  const goal = { peer: "reference", ratio: 0.6, met: false };
  const widest = { ...readRow, label: "Find in 20,000, first page..", figures, goal };
  const widths = renderTable(reportOf(widest))
    .split("\n")
    .map((line) => line.length);
  expect(Math.max(...widths)).toBeLessThanOrEqual(100);
});

test("measures that ran fewer rounds are named with their number", () => {
  expect(renderTable(reportOf(readRow, { ...readRow, measure: "find-all", rounds: 5 }))).toContain("5 of find-all");
});

test("a busy machine is said to be one", () => {
  const report = reportOf(readRow);
  expect(renderTable({ ...report, machine: { ...report.machine, load: 1.6 } })).toContain("busy: expect noise");
});
