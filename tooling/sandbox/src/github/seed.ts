import { credentials, people } from "./credentials.ts";
import { emulatorTokens } from "./emulator-tokens.ts";

/** What the app was granted by the organisation. */
const permissions = { contents: "write", issues: "write", pull_requests: "write", metadata: "read", checks: "write" };

/** What the emulator starts from; the rest is made by requests. */
export const seed = {
  tokens: Object.fromEntries(
    credentials.flatMap((credential) =>
      emulatorTokens(credential).map((token) => [token, { login: credential.login }]),
    ),
  ),
  github: {
    users: people.map(({ login, name }) => ({ login, ...(name === undefined ? {} : { name }), email: emailOf(login) })),
    orgs: [
      {
        login: "acme",
        name: "Acme",
        email: "hello@acme.example",
        members: ["ada", "ben", "rita"].map((login) => ({ login, role: login === "ada" ? "admin" : "member" })),
      },
    ],
    repos: [
      { owner: "acme", name: "site", language: "TypeScript", description: "What the world sees", topics: ["web"] },
      { owner: "acme", name: "vault", private: true, description: "What it does not" },
      { owner: "acme", name: "tools", private: true, description: "Private too" },
      { owner: "acme", name: "empty", description: "Nothing yet", auto_init: false },
      { owner: "acme", name: "attic", description: "No longer kept" },
      { owner: "acme", name: "old-name", description: "Has another name by now" },
      { owner: "ada", name: "given-away", description: "Belongs to the organisation by now" },
      { owner: "mallory", name: "bait", description: "Not ours" },
    ],
    apps: [
      {
        app_id: 12345,
        slug: "drawbridge-app",
        name: "Drawbridge App",
        permissions,
        installations: [
          { installation_id: 100, account: "acme" },
          { installation_id: 101, account: "mallory", permissions: { contents: "read", metadata: "read" } },
        ],
      },
    ],
  },
};

/** Where somebody's commits come from. */
export function emailOf(login: string): string {
  return `${login.replaceAll(/[^a-z-]/g, "")}@acme.example`;
}
