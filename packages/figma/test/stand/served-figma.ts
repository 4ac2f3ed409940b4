import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FigmaSettings, type StartedFigma, startFigma } from "@drawbridge/sandbox";
import { type AnswerPerson, type Host, inProcess, openHost, type ToolAnswer } from "@drawbridge/testkit";
import { figma } from "../../src/connector.ts";

/** How one connector is started: by what token, and what else its command line and its environment say. */
export interface Start {
  /** Ada's where nothing is said; none where it is null. */
  readonly token?: string | null;
  readonly argv?: readonly string[];
  /** A path under which a company's gateway would have the API. */
  readonly gateway?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** From which effect on a person is asked. */
  readonly confirm?: "never" | "destroy" | "write";
  readonly person?: AnswerPerson;
}

/** A Figma, and connectors of this process that are connected to it. */
export class ServedFigma implements AsyncDisposable {
  readonly stand: StartedFigma;
  /** The cache that its connectors share. */
  readonly folder = mkdtempSync(join(tmpdir(), "figma-cache-"));
  readonly #hosts: Host[] = [];

  private constructor(stand: StartedFigma) {
    this.stand = stand;
  }

  static async start(settings: FigmaSettings = {}): Promise<ServedFigma> {
    return new ServedFigma(await startFigma(settings));
  }

  /** A host connected to a connector of its own, which may do everything unasked. */
  async open({
    token,
    argv = [],
    environment = {},
    confirm = "never",
    gateway = "",
    person,
  }: Start = {}): Promise<Host> {
    const given = token === null ? {} : { FIGMA_TOKEN: token ?? this.stand.token };
    const place = inProcess(figma, {
      argv: [
        ...["--api-url", `${this.stand.url}${gateway}`, "--cache-dir", this.folder],
        ...["--access", "full", "--confirm", confirm],
        ...argv,
      ],
      // The ports of the bridge are few, and many tests run at once.
      environment: { DRAWBRIDGE_BRIDGE: "false", ...given, ...environment },
    });
    const host = await openHost("2025-11-25, SDK 2", place, person);
    this.#hosts.push(host);
    return host;
  }

  /** What was asked since it was asked for the last time: `GET /v1/me`. */
  asked(): string[] {
    return this.stand.requests.splice(0).map(({ method, path }) => `${method} ${path}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const host of this.#hosts) await host.close();
    await this.stand[Symbol.asyncDispose]();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a tool answered, where it did not fail. */
export async function answered(call: Promise<ToolAnswer>): Promise<ToolAnswer> {
  const answer = await call;
  if (answer.isError) throw new Error(answer.text);
  return answer;
}
