import type { Credential } from "../credentials.ts";
import type { Answer, Ask } from "./exchange.ts";

/** The tokens that are good at present: those of the start, those that a test issues, and those that an app is given. */
export class CredentialsInUse {
  readonly #byToken = new Map<string, Credential>();

  constructor(credentials: readonly Credential[]) {
    for (const credential of credentials) this.add(credential);
  }

  add(credential: Credential): void {
    this.#byToken.set(credential.token, credential);
  }

  revoke(token: string): void {
    this.#byToken.delete(token);
  }

  /** An app's own token is signed, and is the emulator's to check. */
  of(token: string): Credential | undefined {
    if (token.startsWith("eyJ")) return { token, login: "", kind: "app" };
    return this.#byToken.get(token);
  }

  /** Takes note of a token that an answer hands to an app. */
  learn({ method, path }: Ask, { status, body }: Answer): void {
    if (method !== "POST" || status !== 201 || !/^\/app\/installations\/\d+\/access_tokens$/.test(path)) return;
    const { token, permissions, repositories } = body as {
      token: string;
      permissions: Record<string, string>;
      repositories?: readonly { full_name: string }[];
    };
    const login = path.includes("/101/") ? "mallory" : "acme";
    const held = repositories === undefined ? {} : { repositories: repositories.map(({ full_name }) => full_name) };
    this.add({ token, login, kind: "installation", permissions, ...held });
  }
}
