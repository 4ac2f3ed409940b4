import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { freePort } from "../postgres/free-port.ts";
import { type Credential, credentials } from "./credentials.ts";
import { fill } from "./filled/fill.ts";
import { fillMuch } from "./filled/fill-much.ts";
import type { Allowance, Resource } from "./front/allowances.ts";
import { CredentialsInUse } from "./front/credentials-in-use.ts";
import type { Disturbance } from "./front/disturbances.ts";
import { Front } from "./front/front.ts";
import type { SeenRequest } from "./front/seen-request.ts";
import type { DeviceFlow } from "./kept/device-flow.ts";
import { seed } from "./seed.ts";
import { Stand } from "./stand.ts";

/** A GitHub to test against, on loopback and in this process. */
export interface StartedGithub extends AsyncDisposable {
  /** Of its REST API. */
  readonly url: string;
  readonly graphqlUrl: string;
  /** What was asked, the newest last; a test may empty it (`requests.length = 0`). */
  readonly requests: SeenRequest[];
  /** What a client asked, or the stand answered, otherwise than GitHub describes it. A good test leaves none. */
  readonly violations: string[];
  /** The App that is installed for `acme` (100) and for `mallory` (101). */
  readonly app: { readonly id: number; readonly privateKey: string };
  /** Somebody's classic token. */
  token(login: string): string;
  /** Makes another token: `{ login: "ada", kind: "fine-grained", permissions: { contents: "read" } }`. */
  issue(credential: Omit<Credential, "token">): string;
  revoke(token: string): void;
  /** The device flow: when the person agrees, and with whose token. */
  readonly device: Pick<DeviceFlow, "agree" | "answer" | "interval">;
  /** Has matching requests fail. */
  disturb(disturbance: Disturbance): void;
  /** Forgets the storms that have not come. */
  calm(): void;
  /** What a token has left. */
  rate(token: string, resource?: Resource): Allowance;
  /** Asks as somebody, past the front and its counts, to make what a test needs. */
  as(login: string, method: string, path: string, body?: unknown): Promise<unknown>;
}

/** What a GitHub lets be asked. */
export interface GithubLimits {
  /**
   * Whether there is more of everything: allowances a thousand times GitHub's, for tests that ask much and are about something
   * else, and lists of more than a page.
   */
  readonly isPlenty?: boolean;
}

/**
 * Starts a GitHub that is stateful: `emulate` holds repositories, issues and pull requests, and a front of ours mends what that has
 * wrong and answers what it lacks. Live GitHub is not reached.
 *
 * Every request and every answer is held against GitHub's own description (`@octokit/openapi`) and, for GraphQL, its schema;
 * what is otherwise is a sentence in `violations`. Both are read at the first request, not at the start.
 *
 * The organisation `acme` has `site` (public), `vault` and `tools` (private), `empty`, `attic` (archived), `new-name` (once
 * `old-name`) and `given-away` (once ada's); `mallory/bait` is a stranger's. Who is who: {@link people}. What is in them: `filled`.
 */
export async function startGithub({ isPlenty = false }: GithubLimits = {}): Promise<StartedGithub> {
  const inUse = new CredentialsInUse(credentials);
  const front = new Front(inUse, isPlenty);
  front.server.listen(0, "127.0.0.1");
  await once(front.server, "listening");
  const url = `http://127.0.0.1:${(front.server.address() as AddressInfo).port}`;
  const port = await freePort();
  // Not before it is wanted: whoever starts a PostgreSQL alone loads this file too.
  const { createEmulator } = await import("emulate");
  const emulator = await createEmulator({ service: "github", port, baseUrl: url, seed });
  const stand = new Stand(url, `http://127.0.0.1:${port}`, credentials);
  front.answerBy(stand);
  await fill(stand);
  if (isPlenty) fillMuch(stand);
  const privateKey = emulator.generatedSecrets.find(({ kind }) => kind === "github.app_private_key")?.value ?? "";
  return {
    url,
    graphqlUrl: `${url}/graphql`,
    requests: front.requests,
    violations: front.checked.violations,
    app: { id: 12345, privateKey },
    token: (login) => tokenOf(login),
    issue(credential) {
      const token = `${credential.kind === "classic" ? "ghp" : "github_pat"}_issued${Math.random().toString(36).slice(2)}`;
      inUse.add({ ...credential, token });
      return token;
    },
    device: stand.device,
    revoke: (token) => inUse.revoke(token),
    disturb: (disturbance) => front.disturbances.add(disturbance),
    calm: () => front.disturbances.clear(),
    rate: (token, resource = "core") => front.allowances.of(token, resource),
    as: (login, method, path, body) => stand.as(login, method, path, body),
    async [Symbol.asyncDispose]() {
      front.server.closeAllConnections();
      front.server.close();
      await emulator.close();
    },
  };
}

function tokenOf(login: string): string {
  const found = credentials.find((credential) => credential.login === login);
  if (found === undefined) throw new Error(`nobody here is called ${login}`);
  return found.token;
}
