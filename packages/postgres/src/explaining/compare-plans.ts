import type { PlanSight } from "./plan-sight.ts";

/** How a plan stands to the one before it. */
export interface PlanChange {
  readonly verdict: "same" | "changed" | "regressed" | "improved";
  /** What differs, in words. */
  readonly told: readonly string[];
}

/** By how much a cost or a time differs before it is worth a word; a time also by as many milliseconds. */
const [notable, notableMilliseconds] = [2, 10];
/** By how much more another plan costs before it is called worse. */
const worse = 1.5;

/** Compares a plan with the one before it: nodes, indexes, cost, expected rows, and times where both are known. */
export function comparePlans(before: PlanSight, now: PlanSight): PlanChange {
  const [gone, come] = [without(before.nodes, now.nodes), without(now.nodes, before.nodes)];
  const isOther = gone.length > 0 || come.length > 0;
  const cost = ratio(before.cost, now.cost);
  const time = timeRatio(before, now);
  const told = [
    ...(isOther || beyond(cost, notable) ? [`Its cost was ${before.cost} and is ${now.cost}${times(cost)}.`] : []),
    ...(time === undefined
      ? []
      : [`It took ${before.milliseconds} ms when last run, and takes ${now.milliseconds} ms${times(time)}.`]),
    ...without(before.indexes, now.indexes).map((index) => `The index ${index} is no longer used.`),
    ...without(now.indexes, before.indexes).map((index) => `The index ${index} is used now, and was not.`),
    ...(isOther ? [`Nodes that are gone: ${list(gone)}. New: ${list(come)}.`] : []),
    ...(beyond(ratio(before.rows, now.rows), notable)
      ? [`${before.rows} rows were expected, and ${now.rows} are now.`]
      : []),
  ];
  return { verdict: verdictOf({ isOther, cost, time, told }), told };
}

interface Compared {
  readonly isOther: boolean;
  readonly cost: number;
  readonly time: number | undefined;
  readonly told: readonly string[];
}

/** What was measured counts for more than what is expected. */
function verdictOf({ isOther, cost, time, told }: Compared): PlanChange["verdict"] {
  if (time !== undefined) return time > 1 ? "regressed" : "improved";
  if (isOther && cost >= worse) return "regressed";
  if (isOther && cost <= 1 / worse) return "improved";
  return told.length > 0 ? "changed" : "same";
}

/** Undefined where it is not known, or the same as far as times ever are. */
function timeRatio({ milliseconds: before }: PlanSight, { milliseconds: now }: PlanSight): number | undefined {
  if (before === undefined || now === undefined || Math.abs(now - before) < notableMilliseconds) return undefined;
  const time = ratio(before, now);
  return beyond(time, notable) ? time : undefined;
}

function ratio(before: number, now: number): number {
  return Math.max(now, 0.01) / Math.max(before, 0.01);
}

function beyond(ratio: number, factor: number): boolean {
  return ratio >= factor || ratio <= 1 / factor;
}

function times(ratio: number): string {
  if (!beyond(ratio, worse)) return "";
  return ratio > 1 ? `, ${figure(ratio)} times as much` : `, ${figure(1 / ratio)} times less`;
}

function figure(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(1) : String(Math.round(ratio));
}

/** What is in one list more often than in the other. */
function without(these: readonly string[], those: readonly string[]): string[] {
  const left = [...those];
  return these.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function list(nodes: readonly string[]): string {
  const most = 10;
  const shown = nodes.slice(0, most).join(", ") || "none";
  return nodes.length > most ? `${shown} and ${nodes.length - most} more` : shown;
}
