import { type StartedGithub, startGithub } from "@drawbridge/sandbox";
import { type AnswerPerson, type Host, inProcess, openHost, type ToolAnswer } from "@drawbridge/testkit";
import { github } from "../../src/connector.ts";

/** How one connector is started: whose token it has, and what else its command line and its environment say. */
export interface Start {
  /** Whose token; none where nobody is named. */
  readonly as?: string;
  readonly argv?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly person?: AnswerPerson;
  /** In place of the connector as it is, with what a test put around its parts. */
  readonly connector?: typeof github;
}

/** A GitHub, and connectors of this process that are connected to it. */
export class ServedGithub implements AsyncDisposable {
  readonly stand: StartedGithub;
  readonly #hosts: Host[] = [];

  private constructor(stand: StartedGithub) {
    this.stand = stand;
  }

  static async start(): Promise<ServedGithub> {
    return new ServedGithub(await startGithub());
  }

  /** A host connected to a connector of its own, which has read nothing yet and may do everything unasked. */
  async open({ as, argv = [], environment = {}, person, connector = github }: Start = {}): Promise<Host> {
    const token = as === undefined ? {} : { GITHUB_TOKEN: this.stand.token(as) };
    const place = inProcess(connector, {
      argv: ["--host", this.stand.url, "--access", "full", "--confirm", "never", ...argv],
      environment: { ...token, ...environment },
    });
    const host = await openHost("2025-11-25, SDK 2", place, person);
    this.#hosts.push(host);
    return host;
  }

  /** What a stand that describes itself as GitHub does was asked otherwise, since it was asked for the last time. */
  violations(): readonly string[] {
    return this.stand.violations.splice(0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const host of this.#hosts) await host.close();
    await this.stand[Symbol.asyncDispose]();
  }
}

/** What a tool answered, where it did not fail. */
export async function answered(call: Promise<ToolAnswer>): Promise<ToolAnswer> {
  const answer = await call;
  if (answer.isError) throw new Error(answer.text);
  return answer;
}
