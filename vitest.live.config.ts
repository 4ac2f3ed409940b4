import { defineConfig } from "vitest/config";

/** Of `pnpm test:live` alone: what reaches live GitHub is kept out of every other run. */
export default defineConfig({
  ssr: { resolve: { conditions: ["@drawbridge/source", "node"] } },
  test: { include: ["packages/*/live/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
