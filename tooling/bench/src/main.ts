import { BenchFailure } from "./bench-failure.ts";
import { type Flags, readFlags } from "./flags.ts";
import { HELP } from "./help.ts";
import { HttpProcess } from "./http-process.ts";
import { thisMachine } from "./report/machine.ts";
import type { Report } from "./report/report.ts";
import { runSuite } from "./run-suite.ts";
import { selected } from "./selected.ts";
import { ServerProcess } from "./server-process.ts";
import { suites } from "./suites/suites.ts";
import { renderTable } from "./table.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { WrongUsage } from "./wrong-usage.ts";

// However this process leaves, it takes its servers with it, and then its samples.
process.once("exit", () => {
  ServerProcess.killAll();
  HttpProcess.killAll();
});
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

try {
  process.exitCode = await main(readFlags(process.argv.slice(2)));
} catch (error) {
  if (error instanceof WrongUsage) console.error(`bench: ${error.message} (--help tells more)`);
  else if (error instanceof BenchFailure) console.error(`bench: ${error.message}`);
  else console.error(error);
  process.exit(error instanceof WrongUsage ? 2 : 1);
}

async function main(flags: Flags): Promise<number> {
  if (flags.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const folder = temporaryFolder();
  const made = Object.entries(suites).filter(([name]) => flags.suite === "all" || flags.suite === name);
  const reports: Report[] = [];
  for (const suite of selected(
    made.map(([, make]) => make(folder)),
    flags.only,
  )) {
    const report = await runSuite(suite, flags.rounds, thisMachine());
    if (!flags.json) process.stdout.write(`${renderTable(report)}\n`);
    reports.push(report);
  }
  if (flags.json) process.stdout.write(`${JSON.stringify(reports, undefined, 2)}\n`);
  const rows = reports.flatMap(({ sections }) => sections.flatMap((section) => section.rows));
  const missed = rows.some(({ goal }) => goal?.met === false);
  return flags.enforce && missed ? 1 : 0;
}
