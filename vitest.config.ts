import { defineConfig } from "vitest/config";
import { TotalsReporter } from "./tooling/totals/totals-reporter.ts";

export default defineConfig({
  // Packages of the workspace are tested from their source; what spawns a server uses the build.
  ssr: { resolve: { conditions: ["@drawbridge/source", "node", "import", "default"] } },
  test: {
    include: ["{packages,apps,tooling}/*/{src,test}/**/*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    reporters: ["default", new TotalsReporter()],
  },
});
