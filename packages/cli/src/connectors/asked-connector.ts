import type { ConnectorDescription, Definitions } from "@drawbridge/core";
import { Failure } from "../command-line/failure.ts";
import type { ConnectorSource } from "./connector-source.ts";
import { type Ended, runProgram } from "./run-program.ts";
import { startCommand } from "./start-command.ts";

/** What `--check` reports. */
export interface CheckReport {
  readonly ok: boolean;
  readonly problem?: string;
}

/** A tool as hosts are shown it. */
export interface ShownTool {
  readonly name: string;
}

/** The first start may have to download the package. */
const timeout = 180_000;

/** Starts a connector's program to ask something of it. Each method throws `Failure` where it does not answer. */
export class AskedConnector {
  readonly #source: ConnectorSource;
  readonly #args: readonly string[];
  readonly #environment: Readonly<Record<string, string>>;

  constructor(
    source: ConnectorSource,
    args: readonly string[] = [],
    environment: Readonly<Record<string, string>> = {},
  ) {
    this.#source = source;
    this.#args = args;
    this.#environment = environment;
  }

  /** What it is and which options it takes. */
  async describe(): Promise<ConnectorDescription> {
    const ended = await runProgram(startCommand(this.#source, ["--describe"]), { timeout });
    return this.#parsed<ConnectorDescription>(ended, "--describe");
  }

  /** All that it may tell hosts, with what its options bring. */
  async definitions(): Promise<Definitions> {
    return this.#parsed<Definitions>(await this.#run("--list-definitions"), "--list-definitions");
  }

  /** The tools that hosts are shown under its options. */
  async tools(): Promise<readonly ShownTool[]> {
    return this.#parsed<readonly ShownTool[]>(await this.#run("--list-tools"), "--list-tools");
  }

  /** Whether its system can be used. */
  async check(): Promise<CheckReport> {
    const ended = await this.#run("--check");
    // It reports a problem with exit code 1; where it could not even begin it says why on stderr.
    return ended.stdout.trim() === ""
      ? { ok: false, problem: lastLine(ended) }
      : this.#json<CheckReport>(ended, "--check");
  }

  #run(flag: string): Promise<Ended> {
    return runProgram(startCommand(this.#source, [flag, ...this.#args]), { timeout, environment: this.#environment });
  }

  #parsed<Answer>(ended: Ended, flag: string): Answer {
    if (ended.exitCode !== 0) throw new Failure(`${nameOf(this.#source)} does not start: ${lastLine(ended)}`);
    return this.#json<Answer>(ended, flag);
  }

  #json<Answer>({ stdout }: Ended, flag: string): Answer {
    try {
      return JSON.parse(stdout) as Answer;
    } catch {
      throw new Failure(`${nameOf(this.#source)} is no connector of Drawbridge: it does not answer ${flag}`);
    }
  }
}

function nameOf(source: ConnectorSource): string {
  return source.kind === "folder" ? source.folder : `${source.package}@${source.version}`;
}

/** What npm and connectors say last is the reason; npm names a file of its log after it, and a crash where it was. */
function lastLine({ stderr, trouble, exitCode }: Ended): string {
  const npmCode = /npm (?:error|ERR!) code (\w+)/.exec(stderr)?.[1];
  if (trouble !== undefined) return trouble;
  if (npmCode === "E404") return "the registry does not have it";
  if (npmCode !== undefined) return `npm could not fetch it (${npmCode}); look at the network and try again`;
  const noise = /A complete log of this run|^npm notice|^Node\.js v|^\s+at |^\s*[}^]*$|^\{/;
  const lines = stderr.split("\n").filter((line) => !noise.test(line));
  const line = lines.find((each) => /^(?:\w*Error)\b.*: /.test(each)) ?? lines.at(-1);
  return line?.replace(/^[\w-]+: /, "") ?? `it ended with exit code ${exitCode}`;
}
