import { defineConfig } from "vitest/config";

const { GITHUB_TOKEN, FIGMA_TOKEN } = process.env;
const named = [...(GITHUB_TOKEN ? ["github"] : []), ...(FIGMA_TOKEN ? ["figma"] : [])];

/** Of `pnpm test:live` alone: what reaches live systems is kept out of every other run. Each is reached where its token is set. */
export default defineConfig({
  ssr: { resolve: { conditions: ["@drawbridge/source", "node"] } },
  test: { include: named.map((name) => `packages/${name}/live/*.test.ts`), testTimeout: 60_000, hookTimeout: 60_000 },
});
