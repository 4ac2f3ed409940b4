import { formatFigure } from "./report/format-figure.ts";
import type { Report } from "./report/report.ts";
import type { ReportRow } from "./report/report-row.ts";
import { tableHead } from "./report/table-head.ts";

const GAP = "  ";
const RULE = "─";
const WORDS = { "not offered": "–", "not measurable": "n/a" };

/** The report as text for a terminal, for which 100 columns are enough with two peers beside ours. */
export function renderTable(report: Report): string {
  const headings = ["", ...report.peers.flatMap(({ name }, index) => (index === 0 ? [name] : [name, "ratio"])), "goal"];
  const sections = report.sections.map(({ title, rows }) => ({ title, rows: rows.map(cellsOf) }));
  const everyLine = [headings, ...sections.flatMap(({ rows }) => rows)];
  const widths = headings.map((_, column) => Math.max(...everyLine.map((cells) => (cells[column] ?? "").length)));
  const rule = RULE.repeat(widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)));

  const body = sections.flatMap(({ title, rows }) => ["", title, ...rows.map((cells) => aligned(cells, widths))]);
  const lines = [...tableHead(report), "", aligned(headings, widths), rule, ...body.slice(1), rule, ...foot(report)];
  return `${lines.join("\n")}\n`;
}

function cellsOf({ label, unit, better, figures, goal }: ReportRow): string[] {
  const values = figures.flatMap(({ value, ratio }, index) => {
    const shown = typeof value === "number" ? formatFigure(value, unit) : WORDS[value];
    return index === 0 ? [shown] : [shown, ratio === undefined ? "" : ratio.toFixed(2)];
  });
  const sign = better === "lower" ? "≤" : "≥";
  const judged = goal === undefined ? "" : `${sign} ${goal.ratio.toFixed(2)} ${goal.met ? "met" : "not met"}`;
  return [`  ${label}${better === "higher" ? " ↑" : ""}`, ...values, judged];
}

/** Words to the left, figures to the right. */
function aligned(cells: readonly string[], widths: readonly number[]): string {
  const last = cells.length - 1;
  return cells
    .map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 || column === last ? cell.padEnd(width) : cell.padStart(width);
    })
    .join(GAP)
    .trimEnd();
}

function foot({ peers, sections, notes }: Report): string[] {
  const goals = sections.flatMap(({ rows }) => rows.flatMap(({ goal }) => (goal === undefined ? [] : [goal.peer])));
  const judged = goals.length === 0 ? [] : [`Goal: for the ratio to ${[...new Set(goals)].join(" and ")}.`];
  const ratio = `Ratio: ${peers[0]?.name} divided by the server on its left; less is better, and more where ↑ stands.`;
  return [ratio, ...judged, ...notes];
}
