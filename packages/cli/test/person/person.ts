import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** How a command ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Somebody with a home of their own, who runs `drawbridge` there. Remove them at the end. */
export class Person {
  readonly home = realpathSync(mkdtempSync(join(tmpdir(), "drawbridge-person-")));
  /** What is found before everything else on the command line. */
  readonly programs = join(this.home, "programs");
  readonly #environment: Record<string, string>;

  constructor(environment: Readonly<Record<string, string>> = {}) {
    this.#environment = {
      HOME: this.home,
      PATH: `${this.programs}${delimiter}${process.env.PATH}`,
      // Nothing of a registry is asked for, unless a test has one.
      npm_config_registry: "http://127.0.0.1:9/",
      npm_config_fetch_retries: "0",
      ...environment,
    };
  }

  get environment(): Readonly<Record<string, string>> {
    return this.#environment;
  }

  /** Where something lies in the home. */
  path(...parts: readonly string[]): string {
    return join(this.home, ...parts);
  }

  /** Writes a file in the home, with the folders that it needs. Returns where it is. */
  write(name: string, text: string): string {
    const file = this.path(name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  read(name: string): string {
    return readFileSync(this.path(name), "utf8");
  }

  json(name: string): unknown {
    return JSON.parse(this.read(name));
  }

  /** Runs `drawbridge` in the home, with an empty standard input. */
  drawbridge(...argv: readonly string[]): Promise<Ended> {
    return this.drawbridgeWith({}, ...argv);
  }

  /** The same in another folder, with further variables, or with something on standard input. */
  drawbridgeWith(
    {
      folder = this.home,
      environment = {},
      input = "",
    }: { folder?: string; environment?: Record<string, string>; input?: string },
    ...argv: readonly string[]
  ): Promise<Ended> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [cli, ...argv], {
        cwd: folder,
        env: { ...this.#environment, ...environment },
        timeout: 110_000,
      });
      const output = { stdout: "", stderr: "" };
      for (const name of ["stdout", "stderr"] as const) {
        child[name].setEncoding("utf8").on("data", (text: string) => {
          output[name] += text;
        });
      }
      child.stdin.on("error", () => {});
      child.stdin.end(input);
      child.on("error", reject);
      child.on("close", (exitCode) => resolve({ exitCode, ...output }));
    });
  }

  remove(): void {
    rmSync(this.home, { recursive: true });
  }
}
