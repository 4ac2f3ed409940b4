/** What stands at the top of a repository of one's own, and in ours once for all packages. */
export const ownFiles: Readonly<Record<string, string>> = {
  ".gitignore": "node_modules/\ndist/\n*.log\n",
  "vitest.config.ts": `import { defineConfig } from "vitest/config";

export default defineConfig({
  // Some tests start the built server, which takes its time on a busy machine.
  test: { include: ["{src,test}/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
`,
};
