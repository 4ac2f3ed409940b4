import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import type { Check } from "./check.ts";
import { ConformanceFailure } from "./conformance-failure.ts";
import { installPackage } from "./install-package.ts";
import { suiteNode } from "./suite-node.ts";

const version = "0.2.0-alpha.12";

/** A scenario takes seconds; all of a revision less than a minute. */
const patience = 5 * 60_000;

/** The scenarios that a revision asks of servers; those beside them are run and never counted. */
export interface Requirements {
  readonly scored: readonly string[];
  readonly unscored: readonly string[];
}

interface RequirementsFile {
  readonly server: readonly string[];
  readonly not_scored: ReadonlyArray<{ readonly scenario: string; readonly leg: string }>;
}

/** The protocol's own conformance suite, run as a program of its own. */
export class Suite {
  readonly #node: string;
  readonly #folder: string;

  private constructor(node: string, folder: string) {
    this.#node = node;
    this.#folder = folder;
  }

  static async install(): Promise<Suite> {
    return new Suite(await suiteNode(), await installPackage("@modelcontextprotocol/conformance", version));
  }

  async requirements(revision: string): Promise<Requirements> {
    const file = await readFile(join(this.#folder, "requirements", `${revision}.yaml`), "utf8");
    const { server, not_scored } = parse(file) as RequirementsFile;
    return {
      scored: server,
      unscored: not_scored.filter(({ leg }) => leg === "server").map(({ scenario }) => scenario),
    };
  }

  /** Every scenario of a revision, scored or not, with what it found. */
  runAll(url: string, revision: string): Promise<ReadonlyMap<string, readonly Check[]>> {
    return this.#run(["--url", url, "--requirements", revision]);
  }

  /** One scenario, spoken in a revision. */
  async runOne(url: string, revision: string, scenario: string): Promise<readonly Check[]> {
    const found = await this.#run(["--url", url, "--spec-version", revision, "--scenario", scenario]);
    return found.get(scenario) ?? [];
  }

  async #run(options: readonly string[]): Promise<ReadonlyMap<string, readonly Check[]>> {
    const results = await mkdtemp(join(tmpdir(), "drawbridge-conformance-"));
    try {
      const program = join(this.#folder, "dist", "index.js");
      const output = await said(this.#node, [program, "server", ...options, "--output-dir", results]);
      const found = await readResults(results);
      if (found.size > 0) return found;
      throw new ConformanceFailure(`The suite wrote no results. It said:\n${output}`);
    } finally {
      await rm(results, { recursive: true, force: true });
    }
  }
}

/** What a program prints, however it ends: the suite's exit code counts what we count ourselves. */
function said(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const options = { timeout: patience, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(program, args, options, (_, stdout, stderr) => {
      process.off("exit", kill);
      resolve(stdout + stderr);
    });
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
  });
}

/** By scenario; each has a folder whose name ends in the time. */
async function readResults(folder: string): Promise<ReadonlyMap<string, readonly Check[]>> {
  const found = new Map<string, readonly Check[]>();
  for (const name of await readdir(folder)) {
    const scenario = /^server-(?<scenario>.+)-\d{4}-\d\d-\d\dT[\d-]+Z$/.exec(name)?.groups?.scenario;
    if (scenario === undefined) continue;
    found.set(scenario, JSON.parse(await readFile(join(folder, name, "checks.json"), "utf8")) as Check[]);
  }
  return found;
}
