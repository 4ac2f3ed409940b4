import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

    it("are compared with each option that package.json names", () => {
      const { bundle } = read<{ bundle: { answersFirst: object } }>(join(dirname(cli), "..", "package.json"));
      const { options } = read<{ options: readonly DescribedOption[] }>(join(dirname(cli), "connector.json"));
      const compared = options.filter((option) => starts.some((start) => isGiven(option, start)));
      expect(compared.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(bundle.answersFirst)));
    });

    it.each(starts)("are the program's, and come without it: $argv $environment", async (start) => {
      const answers = await firstAnswers(alone, start);
      expect(answers).toHaveLength(2);
      expect(answers).toEqual(await firstAnswers(join(dirname(cli), "program.js"), start));
    });
  });
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}

/** An option as a connector's `--describe` has it. */
interface DescribedOption {
  readonly name: string;
  readonly environment: readonly string[];
  readonly positional: boolean;
}

function isGiven({ name, environment, positional }: DescribedOption, start: StartOptions): boolean {
  const [first = "-"] = start.argv;
  if (positional && !first.startsWith("-")) return true;
  const isFlag = (argument: string) => argument === `--${name}` || argument.startsWith(`--${name}=`);
  return start.argv.some(isFlag) || environment.some((variable) => start.environment?.[variable] !== undefined);
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
