import type { Peer } from "../peers/peer.ts";
import { percentile } from "../percentile.ts";
import type { Samples } from "../run-measure.ts";
import type { AddedGoal, RatioGoal } from "../suites/goal.ts";
import type { Row } from "../suites/row.ts";
import type { Figure } from "./figure.ts";
import type { JudgedGoal } from "./judged-goal.ts";
import type { ReportRow } from "./report-row.ts";

/** Makes a row's figures and ratios of the samples of its measure, and judges its goal. */
export function judgeRow(row: Row, peers: readonly Pick<Peer, "name">[], samples: Samples): ReportRow {
  const alone = peers.map(({ name }) => figureOf(name, row, samples.get(name)));
  const ours = alone[0]?.value;
  const figures = alone.map((figure, index) => {
    if (index === 0 || typeof ours !== "number" || typeof figure.value !== "number") return figure;
    return { ...figure, ratio: ours / figure.value };
  });
  const rounds = Math.max(0, ...[...samples.values()].map(({ length }) => length));
  const { label, measure, unit, better, goal } = row;
  const judged = { label, measure: measure.name, rounds, unit, better, figures };
  if (goal === undefined) return judged;
  if ("ratio" in goal) return { ...judged, goal: judgeRatio(goal, better, figures) };
  if ("added" in goal) return { ...judged, goal: judgeAddition(goal, row, samples, peers[0]?.name) };
  return { ...judged, goal: { ...goal, met: typeof ours === "number" && ours <= goal.most } };
}

// A goal that could not be measured is not met: silence must not pass for success.
function judgeRatio(goal: RatioGoal, better: Row["better"], figures: readonly Figure[]): JudgedGoal {
  const isMet = (peer: string) => {
    const ratio = figures.find((figure) => figure.peer === peer)?.ratio;
    if (ratio === undefined) return false;
    return better === "lower" ? ratio <= goal.ratio : ratio >= goal.ratio;
  };
  return { ...goal, met: [goal.peer].flat().every(isMet) };
}

/** Round by round, for a machine that slows down slows both down; its median passes over rounds that met with other work. */
function judgeAddition(goal: AddedGoal, { statistic }: Row, samples: Samples, ours: string | undefined): JudgedGoal {
  const theirs = samples.get(goal.peer) ?? [];
  const differences = (samples.get(ours ?? "") ?? []).flatMap((round, index) => {
    const beside = theirs[index] ?? [];
    return round.length === 0 || beside.length === 0 ? [] : [statistic(round) - statistic(beside)];
  });
  if (differences.length === 0) return { ...goal, met: false };
  const found = percentile(differences, 50);
  return { ...goal, found, met: found <= goal.added };
}

function figureOf(peer: string, row: Row, rounds: readonly (readonly number[])[] | undefined): Figure {
  if (rounds === undefined) return { peer, value: "not offered", samples: 0 };
  const samples = rounds.flat();
  if (samples.length === 0) return { peer, value: "not measurable", samples: 0 };
  const at = (percent: number) => percentile(samples, percent);
  const spread = { min: at(0), p25: at(25), p50: at(50), p75: at(75), p99: at(99), max: at(100) };
  return { peer, value: row.statistic(samples), samples: samples.length, spread };
}
