import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { TotalsReporter } from "./tooling/totals/totals-reporter.ts";

const postgres = "packages/postgres/{src,test}/**/*.test.ts";

export default defineConfig({
  // Packages of the workspace are tested from their source; what spawns a server uses the build.
  ssr: { resolve: { conditions: ["@drawbridge/source", "node"] } },
  test: {
    // One worker on two cores, as Vitest would have it, leaves one of them idle: most of the time is spent on processes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 20_000,
    reporters: ["default", new TotalsReporter()],
    projects: [
      {
        // One process runs many of these files, with modules loaded once: that halves their time. They share no state.
        extends: true,
        test: {
          name: "unit",
          isolate: false,
          include: ["{packages,apps,tooling}/*/src/**/*.test.ts"],
          exclude: [postgres],
        },
      },
      {
        extends: true,
        test: { name: "process", include: ["{packages,apps,tooling}/*/test/**/*.test.ts"], exclude: [postgres] },
      },
      {
        // Has servers of PostgreSQL started, which nobody else should wait for.
        extends: true,
        test: { name: "postgres", include: [postgres], globalSetup: "packages/postgres/test/stand/start-servers.ts" },
      },
    ],
  },
});
