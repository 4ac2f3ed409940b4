import { ConnectorError, type Log } from "@drawbridge/core";
import type { ApiFetch } from "../api/api-fetch.ts";
import type { GithubApi } from "../api/github-api.ts";
import type { ApiFor, CredentialSource } from "./credential-source.ts";
import { deviceLogin, type Invitation } from "./device-login.ts";
import { KeptToken } from "./kept-token.ts";

/** Of whom a token is, and where it comes from. */
export interface LoginSettings {
  readonly rest: string;
  /** What the token is kept under. */
  readonly account: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly fetch: ApiFetch;
}

/**
 * Somebody who logs in by device. Their token is taken from the system's keyring; without one, calls are refused with the
 * address and the code by which the person lets the server in, until they have.
 */
export class LoginSource implements CredentialSource {
  readonly kind = "login";
  readonly #settings: LoginSettings;
  readonly #apiFor: ApiFor;
  readonly #log: Log;
  readonly #kept: KeptToken;
  readonly #closing = new AbortController();
  #token: Promise<string | undefined> | undefined;
  #invited: Promise<Invitation> | undefined;
  #logins = 0;

  constructor(settings: LoginSettings, { apiFor, log }: { readonly apiFor: ApiFor; readonly log: Log }) {
    this.#settings = settings;
    this.#apiFor = apiFor;
    this.#log = log;
    this.#kept = new KeptToken(settings.account);
  }

  async apiFor(): Promise<GithubApi> {
    const token = await this.#current();
    if (token === undefined) throw invitationError(await this.#invitation());
    const refused = () => this.#forget(token);
    return this.#apiFor({ id: `login-${this.#logins}`, secret: token, octokit: { auth: token }, refused });
  }

  async assertReady(): Promise<void> {
    if ((await this.#current()) !== undefined) return;
    const { clientId } = this.#settings;
    throw new ConnectorError(
      "unauthorized",
      `Nobody is logged in yet. A person does so with --login --client-id ${clientId}, or with the code that the first call answers.`,
    );
  }

  close(): void {
    this.#closing.abort(new ConnectorError("cancelled", "The server stopped before anybody logged in."));
  }

  #current(): Promise<string | undefined> {
    this.#token ??= this.#kept.read();
    return this.#token;
  }

  /** One for all who ask meanwhile. */
  #invitation(): Promise<Invitation> {
    this.#invited ??= new Promise((resolve, reject) => {
      this.#logIn(resolve).catch((error: Error) => {
        this.#invited = undefined;
        this.#log.write("warn", { event: "login", problem: error.message });
        reject(error);
      });
    });
    return this.#invited;
  }

  async #logIn(invited: (invitation: Invitation) => void): Promise<void> {
    const invite = (invitation: Invitation) => {
      this.#log.write("warn", {
        event: "login",
        ...invitation,
        problem: "a person has to open the address and enter the code",
      });
      invited(invitation);
    };
    const token = await deviceLogin({ ...this.#settings, signal: this.#closing.signal, invite });
    const problem = await this.#kept.keep(token);
    if (problem !== undefined)
      this.#log.write("warn", {
        event: "login",
        problem: `no keyring can be had, the login lasts as long as the server: ${problem}`,
      });
    this.#logins += 1;
    this.#token = Promise.resolve(token);
    this.#invited = undefined;
  }

  /** Revoked, or run out. */
  #forget(token: string): void {
    const forgotten = this.#token?.then(async (current) => {
      if (current !== token) return current;
      await this.#kept.forget();
      return undefined;
    });
    this.#token = forgotten;
  }
}

function invitationError({ url, code }: Invitation): ConnectorError {
  return new ConnectorError(
    "unauthorized",
    `Nobody is logged in. Tell the person to open ${url} and to enter the code ${code} there, then repeat the call.`,
  );
}
