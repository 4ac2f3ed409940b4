import { judgeRow } from "./report/judge-row.ts";
import type { Machine } from "./report/machine.ts";
import type { Report } from "./report/report.ts";
import { runMeasure, type Samples } from "./run-measure.ts";
import type { Suite } from "./suites/suite.ts";

/** Makes the servers and their samples ready, runs every measure of the suite's rows once, and says on stderr where it is. */
export async function runSuite(suite: Suite, rounds: number, machine: Machine): Promise<Report> {
  for (const peer of suite.peers) await peer.prepare();
  console.error("bench: writing the samples");
  try {
    await suite.writeSamples();
    return await measureSuite(suite, rounds, machine);
  } finally {
    await suite.endSamples?.();
  }
}

async function measureSuite(
  { title, peers, sections, notes }: Suite,
  rounds: number,
  machine: Machine,
): Promise<Report> {
  const takenAt = new Date().toISOString();

  const measures = new Set(sections.flatMap(({ rows }) => rows.map(({ measure }) => measure)));
  const samples = new Map<string, Samples>();
  for (const measure of measures) {
    const began = performance.now();
    samples.set(measure.name, await runMeasure(measure, peers, rounds));
    console.error(`bench: ${measure.name} took ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  return {
    title,
    takenAt,
    machine,
    rounds,
    peers: await Promise.all(peers.map(async (peer) => ({ name: peer.name, version: await peer.version() }))),
    sections: sections.map((section) => ({
      title: section.title,
      rows: section.rows.map((row) => judgeRow(row, peers, samples.get(row.measure.name) ?? new Map())),
    })),
    notes: [...sections.flatMap((section) => section.notes ?? []), ...notes],
  };
}
