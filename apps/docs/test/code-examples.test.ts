import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const documents = [
  ...readdirSync(join(root, "packages")).map((name) => `packages/${name}/README.md`),
  ...readdirSync(join(root, "docs/contributing")).map((name) => `docs/contributing/${name}`),
];

/** The client of the connector that the examples are of, as they use it. */
const clock = `export declare class Clock {
  readonly zone: string;
  timeIn(zone: string): string;
  zones(): Iterable<string>;
}
`;

/** The examples that stand for themselves, or beside that client: those of the guide to a new connector go together, and are executed elsewhere. */
function examples(): Array<readonly [from: string, code: string]> {
  return documents.flatMap((path) =>
    [...readFileSync(join(root, path), "utf8").matchAll(/^```ts\n(.*?)^```$/gms)]
      .map(([, code = ""]) => [path, code] as const)
      .filter(([, code]) => /^import /m.test(code) && (path.endsWith("add-a-tool.md") || !/from "\.\.?\//.test(code))),
  );
}

it("examples in the documents compile", { timeout: 120_000 }, async () => {
  // Beside this package's other folders, where packages are found by their names.
  const folder = mkdtempSync(join(fileURLToPath(new URL("../", import.meta.url)), "examples-"));
  try {
    const found = examples();
    expect(found.length).toBeGreaterThan(3);
    for (const place of ["api", "tools"]) mkdirSync(join(folder, place));
    writeFileSync(join(folder, "api", "clock.ts"), clock);
    for (const [index, [from, code]] of found.entries())
      writeFileSync(join(folder, "tools", `example-${index}.ts`), `// ${from}\n${code}`);
    const config = { extends: "@drawbridge/typescript/check.json", compilerOptions: { noUnusedLocals: false } };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const { stdout } = await promisify(execFile)("npx", ["tsc", "-p", folder], { cwd: folder }).catch((error) => error);
    expect(stdout).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
