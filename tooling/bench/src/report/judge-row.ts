import type { Peer } from "../peers/peer.ts";
import { percentile } from "../percentile.ts";
import type { Samples } from "../run-measure.ts";
import type { Goal } from "../suites/goal.ts";
import type { Row } from "../suites/row.ts";
import type { Figure } from "./figure.ts";
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
  return goal === undefined ? judged : { ...judged, goal: { ...goal, met: isMet(goal, better, figures) } };
}

// A goal that could not be measured is not met: silence must not pass for success.
function isMet(goal: Goal, better: Row["better"], figures: readonly Figure[]): boolean {
  const ratio = figures.find(({ peer }) => peer === goal.peer)?.ratio;
  if (ratio === undefined) return false;
  return better === "lower" ? ratio <= goal.ratio : ratio >= goal.ratio;
}

function figureOf(peer: string, row: Row, rounds: readonly (readonly number[])[] | undefined): Figure {
  if (rounds === undefined) return { peer, value: "not offered", samples: 0 };
  const samples = rounds.flat();
  if (samples.length === 0) return { peer, value: "not measurable", samples: 0 };
  const at = (percent: number) => percentile(samples, percent);
  const spread = { min: at(0), p25: at(25), p50: at(50), p75: at(75), p99: at(99), max: at(100) };
  return { peer, value: row.statistic(samples), samples: samples.length, spread };
}
