import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StartOptions } from "../places/in-process.ts";
import { RawServer } from "../process/raw-server.ts";

/**
 * A command that answers first (`answersFirst` in package.json) tells hosts what its program would. Call it at the top of a test file.
 *
 * @param cli the built command, `dist/cli.cjs`
 * @param starts at least one with each of the options that are said to change nothing of what hosts are told
 */
export function describeFirstAnswers(cli: string, starts: readonly StartOptions[]): void {
  describe("its first answers", () => {
    const folder = mkdtempSync(join(tmpdir(), "contract-"));
    const alone = join(folder, "dist", basename(cli));
    beforeAll(() => {
      cpSync(dirname(cli), dirname(alone), { recursive: true });
      writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
      writeFileSync(join(dirname(alone), "program.js"), "process.exit(3);");
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(starts)("are the program's, and come without it: $argv $environment", async (start) => {
      const answers = await firstAnswers(alone, start);
      expect(answers).toHaveLength(2);
      expect(answers).toEqual(await firstAnswers(join(dirname(cli), "program.js"), start));
    });
  });
}

/** As they were written. */
async function firstAnswers(program: string, start: StartOptions): Promise<readonly string[]> {
  const server = new RawServer(program, start);
  await server.initialize();
  await server.request("tools/list", {});
  server.endInput();
  await server.exited;
  return server.lines;
}
