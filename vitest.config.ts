import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { TotalsReporter } from "./tooling/tests/totals-reporter.ts";

const postgres = "packages/postgres/{src,test}/**/*.test.ts";

/** What these say of a process holds of one that runs nothing else: its memory, descriptors and children, or the calls of a disk that fails, taken hold of before anything else is loaded. */
const alone = ["frozen-disk", "grep-attacks", "hostile-documents", "network", "swapped-folder", "undo-cut-short"].map(
  (name) => `packages/filesystem/test/${name}.test.ts`,
);

export default defineConfig({
  // Packages of the workspace are tested from their source; what spawns a server uses the build.
  ssr: { resolve: { conditions: ["@drawbridge/source", "node"] } },
  test: {
    // Tests wait for processes, timers and disks: with one worker a core, cores would often be idle.
    maxWorkers: availableParallelism() + 1,
    // One process runs many files, with modules loaded once: that halves their time. They share no state.
    isolate: false,
    // A time-out may be the machine's: see docs/decisions/second-try.md.
    retry: { count: 1, condition: /\b[Tt]imed out in \d+ ?ms/ },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for has the patience of a busy machine, too.
    expect: { poll: { timeout: 20_000 } },
    setupFiles: ["tooling/tests/same-draws.ts"],
    reporters: ["default", new TotalsReporter()],
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["{packages,apps,tooling}/*/src/**/*.test.ts"], exclude: [postgres] },
      },
      {
        extends: true,
        test: {
          name: "process",
          include: [
            "{packages,apps,tooling}/*/test/**/*.test.ts",
            "packages/create-connector/template/test/**/*.test.ts",
          ],
          exclude: [postgres, ...alone],
        },
      },
      { extends: true, test: { name: "alone", isolate: true, include: alone } },
      {
        // Has servers of PostgreSQL started, which nobody else should wait for.
        extends: true,
        test: { name: "postgres", include: [postgres], globalSetup: "packages/postgres/test/stand/start-servers.ts" },
      },
    ],
  },
});
