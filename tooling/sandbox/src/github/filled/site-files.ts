import type { FilledFile } from "./commit.ts";

/** What the public repository holds: also what is not text, not small, and not a file. */
export const siteFiles: Readonly<Record<string, FilledFile>> = {
  "package.json": `${JSON.stringify({ name: "site", version: "1.1.0", scripts: { test: "vitest run" } }, null, 2)}\n`,
  "src/add.ts": "/** The sum. */\nexport function add(a: number, b: number): number {\n  return a + b;\n}\n",
  "src/add.test.ts":
    'import { expect, it } from "vitest";\nimport { add } from "./add.ts";\n\nit("adds", () => expect(add(1, 2)).toBe(3));\n',
  "src/index.ts": 'export { add } from "./add.ts";\n',
  "docs/guide.md": "# Guide\n\nCall `add` with two numbers.\n",
  "docs/current.md": { link: "guide.md" },
  "bin/release.sh": { program: "#!/bin/sh\nset -eu\nnpm publish\n" },
  "data/large.txt": Array.from(
    { length: 6000 },
    (_, line) => `line ${line + 1} of a file that is not sent twice, or so\n`,
  )
    .join("")
    .slice(0, 300_000),
  "assets/logo.png": Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
  "media/film.mp4":
    "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345678\n",
  ".gitmodules": '[submodule "vendor/lib"]\n\tpath = vendor/lib\n\turl = https://github.com/acme/lib.git\n',
  "vendor/lib": { submodule: "1f2e3d4c5b6a79880716253443526170ffeeddcc" },
  ".github/workflows/test.yml":
    "name: test\non: [push, pull_request]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n",
  ".github/workflows/publish.yml":
    "name: publish\non:\n  workflow_dispatch:\n    inputs:\n      note:\n        type: string\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm publish\n",
  "pnpm-lock.yaml": "lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n",
};
