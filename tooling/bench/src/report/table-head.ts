import type { Report } from "./report.ts";

/** What stands above the table: where, with what and how often it was measured. */
export function tableHead({ title, takenAt, machine, rounds, peers, sections }: Report): string[] {
  const { cpu, cores, memoryGiB, platform, node, load } = machine;
  // More than half of the machine busy with something else, and the figures show that as well.
  const busy = load > cores / 2 ? " (busy: expect noise)" : "";
  return [
    title,
    "",
    `Machine  ${cpu} · ${cores} cores · ${memoryGiB} GiB`,
    `System   ${platform} · Node ${node} · load ${load.toFixed(2)} at the start${busy}`,
    `Servers  ${peers.map(({ name, version }) => `${name} ${version}`).join(" · ")}`,
    `Rounds   ${rounds}, the servers in turn · ${takenAt}`,
    ...fewerRounds(rounds, sections),
  ];
}

function fewerRounds(rounds: number, sections: Report["sections"]): string[] {
  const names = new Map<number, Set<string>>();
  for (const row of sections.flatMap((section) => section.rows)) {
    if (row.rounds < rounds) names.set(row.rounds, (names.get(row.rounds) ?? new Set()).add(row.measure));
  }
  const parts = [...names].map(([fewer, measures]) => `${fewer} of ${[...measures].join(", ")}`);
  return parts.length === 0 ? [] : [`         ${parts.join(" · ")}`];
}
