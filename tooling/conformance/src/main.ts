import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConformanceFailure } from "./conformance-failure.ts";
import { outcomeOf } from "./outcome.ts";
import { ServedConnector } from "./served-connector.ts";
import { Suite } from "./suite.ts";
import { renderTable, type Trial } from "./table.ts";
import { needsFixture, withoutFixture } from "./without-fixture.ts";

const revisions = ["2025-11-25", "2026-07-28"];
const packages = new URL("../../../packages/", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "drawbridge-conformance-files-"));

// However this process leaves, it takes its servers with it.
process.once("exit", () => {
  ServedConnector.killAll();
  rmSync(folder, { recursive: true, force: true });
});
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof ConformanceFailure ? `conformance: ${error.message}` : error);
  process.exit(1);
}

async function main(): Promise<number> {
  const suite = await Suite.install();
  writeFileSync(join(folder, "note.txt"), "A file to be listed and read.\n");
  const fixture = await ServedConnector.start([program("testkit/dist/conformance/cli.js")]);
  const filesystem = await ServedConnector.start([program("filesystem/dist/cli.js"), folder]);
  let failed = false;
  const show = (trial: Trial) => {
    process.stdout.write(renderTable(trial));
    failed ||= trial.scored.some(({ passed }) => !passed);
  };
  for (const revision of revisions) show(await tryFixture(suite, revision, fixture.url));
  for (const revision of revisions) show(await tryConnector(suite, revision, "filesystem", filesystem.url));
  await Promise.all([fixture.stop(), filesystem.stop()]);
  return failed ? 1 : 0;
}

async function tryFixture(suite: Suite, revision: string, url: string): Promise<Trial> {
  const { scored, unscored } = await suite.requirements(revision);
  const found = await suite.runAll(url, revision);
  const outcome = (scenario: string) => outcomeOf(scenario, found.get(scenario) ?? []);
  return { title: `${revision}, the fixture`, scored: scored.map(outcome), unscored: unscored.map(outcome) };
}

async function tryConnector(suite: Suite, revision: string, name: string, url: string): Promise<Trial> {
  const scored = [];
  for (const scenario of withoutFixture[revision] ?? []) {
    scored.push(outcomeOf(scenario, await suite.runOne(url, revision, scenario), needsFixture));
  }
  return { title: `${revision}, ${name}: what needs no fixture`, scored, unscored: [] };
}

function program(path: string): string {
  return fileURLToPath(new URL(path, packages));
}
