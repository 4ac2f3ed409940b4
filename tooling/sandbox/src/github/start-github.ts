import type { AddressInfo } from "node:net";
import { createEmulator } from "emulate";
import { freePort } from "../postgres/free-port.ts";
import { credentials } from "./credentials.ts";
import { type Disturbance, Front, type SeenRequest } from "./front.ts";

/** A GitHub to test against, on loopback in this process. */
export interface StartedGithub extends AsyncDisposable {
  /** Of its REST API. */
  readonly url: string;
  /** What was asked, the newest last. */
  readonly requests: SeenRequest[];
  /** What our client asked, or the stand answered, otherwise than GitHub's own description has it: none in a good test. */
  readonly violations: readonly string[];
  token(login: string): string;
  /** Has matching requests fail. */
  disturb(disturbance: Disturbance): void;
  /** Asks as somebody, past the checks of the front, to make what a test needs. */
  as(login: string, method: string, path: string, body?: object): Promise<unknown>;
}

const organisation = "acme";

const users = ["ada", "ben", "mallory", "octocat[bot]"];

/** Its people: ada owns it, ben belongs to it; mallory and a bot do not. */
const seed = {
  tokens: Object.fromEntries(credentials.map(({ token, login, scopes }) => [token, { login, scopes: [...scopes] }])),
  github: {
    users: users.map((login) => ({ login })),
    orgs: [
      {
        login: organisation,
        members: [
          { login: "ada", role: "admin" },
          { login: "ben", role: "member" },
        ],
      },
    ],
    repos: [
      { owner: organisation, name: "site", language: "TypeScript", description: "What the world sees" },
      { owner: organisation, name: "vault", private: true, description: "What it does not" },
      { owner: organisation, name: "tools", private: true, description: "Private too" },
      { owner: "mallory", name: "bait", description: "Not ours" },
    ],
  },
};

/**
 * Starts a stateful GitHub (`emulate`) behind a front that mends what it has wrong, and holds everything against GitHub's own
 * description. Live GitHub is not reached.
 */
export async function startGithub(): Promise<StartedGithub> {
  const port = await freePort();
  const inner = `http://127.0.0.1:${port}`;
  const front = new Front(inner);
  await new Promise<void>((resolve) => front.server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(front.server.address() as AddressInfo).port}`;
  const emulator = await createEmulator({ service: "github", port, baseUrl: url, seed });
  const token = (login: string) => {
    const found = credentials.find((credential) => credential.login === login);
    if (found === undefined) throw new Error(`nobody here is called ${login}`);
    return found.token;
  };
  return {
    url,
    requests: front.requests,
    violations: front.violations,
    token,
    disturb: (disturbance) => front.disturb(disturbance),
    async as(login, method, path, body) {
      const headers = { authorization: `Bearer ${token(login)}`, "content-type": "application/json" };
      const answered = await fetch(`${inner}${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answered.text();
      if (!answered.ok) throw new Error(`${method} ${path} as ${login}: ${answered.status} ${text}`);
      return text === "" ? undefined : JSON.parse(text);
    },
    async [Symbol.asyncDispose]() {
      front.server.closeAllConnections();
      front.server.close();
      await emulator.close();
    },
  };
}
