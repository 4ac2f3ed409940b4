import { BenchFailure } from "./bench-failure.ts";
import { type Flags, readFlags } from "./flags.ts";
import { HELP } from "./help.ts";
import { thisMachine } from "./report/machine.ts";
import { runSuite } from "./run-suite.ts";
import { selected } from "./selected.ts";
import { ServerProcess } from "./server-process.ts";
import type { Suite } from "./suites/suite.ts";
import { suites } from "./suites/suites.ts";
import { renderTable } from "./table.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { WrongUsage } from "./wrong-usage.ts";

// However this process leaves, it takes its servers with it, and then its samples.
process.once("exit", () => ServerProcess.killAll());
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
  const suite = suites[flags.suite]?.(temporaryFolder()) as Suite;
  const sections = selected(suite.sections, flags.only);
  const report = await runSuite({ ...suite, sections }, flags.rounds, thisMachine());
  process.stdout.write(flags.json ? `${JSON.stringify(report, undefined, 2)}\n` : renderTable(report));
  const missed = report.sections.some(({ rows }) => rows.some(({ goal }) => goal?.met === false));
  return flags.enforce && missed ? 1 : 0;
}
