import { formatFigure } from "./report/format-figure.ts";
import type { JudgedGoal } from "./report/judged-goal.ts";
import type { Report } from "./report/report.ts";
import type { ReportRow } from "./report/report-row.ts";
import { tableHead } from "./report/table-head.ts";
import type { Unit } from "./report/unit.ts";

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
  return [
    `  ${label}${better === "higher" ? " ↑" : ""}`,
    ...values,
    goal === undefined ? "" : goalCell(goal, better, unit),
  ];
}

function goalCell(goal: JudgedGoal, better: ReportRow["better"], unit: Unit): string {
  const met = goal.met ? "met" : "not met";
  if ("ratio" in goal) return `${better === "lower" ? "≤" : "≥"} ${goal.ratio.toFixed(2)} ${met}`;
  if ("most" in goal) return `≤ ${formatFigure(goal.most, unit)} ${met}`;
  return `${addition(goal.found, unit)} ≤ ${formatFigure(goal.added, unit)} ${met}`;
}

function addition(found: number | undefined, unit: Unit): string {
  if (found === undefined) return WORDS["not measurable"];
  return `${found < 0 ? "-" : "+"}${formatFigure(Math.abs(found), unit)}`;
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
  const goals = sections.flatMap(({ rows }) => rows.flatMap(({ goal }) => goal ?? []));
  const ratio = `Ratio: ${peers[0]?.name} divided by the server on its left; less is better, and more where ↑ stands.`;
  const ratios = peersOf(goals.filter((goal) => "ratio" in goal));
  const additions = peersOf(goals.filter((goal) => "added" in goal));
  return [
    ratio,
    ...(ratios === "" ? [] : [`Goal: for the ratio to ${ratios}.`]),
    ...(additions === ""
      ? []
      : [`Goal with +: what ours takes beyond ${additions}, by the median of all rounds' differences.`]),
    ...notes,
  ];
}

function peersOf(goals: readonly JudgedGoal[]): string {
  return [...new Set(goals.flatMap((goal) => ("peer" in goal ? goal.peer : [])))].join(" and ");
}
