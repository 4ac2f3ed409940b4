import { ConnectorError } from "@drawbridge/core";
import { createAppAuth } from "@octokit/auth-app";
import type { GithubApi } from "../api/github-api.ts";
import { githubError } from "../api/github-error.ts";
import type { ApiFor, CredentialSource, Installation } from "./credential-source.ts";
import { installationAuth } from "./installation-auth.ts";

interface Settings {
  /** The App's number, or its client ID. */
  readonly appId: string;
  readonly privateKey: string;
  /** Owners named in `--repos`: what belongs to no owner is asked as who was installed for the first of them. */
  readonly owners: readonly string[];
  readonly apiFor: ApiFor;
}

/** Owners are looked up again after a while: the App may have been installed meanwhile. */
const rememberedFor = 5 * 60_000;
const mostOwners = 1000;

/** A GitHub App: each owner's repositories are asked about as the installation there, whose tokens last an hour and are renewed. */
export class AppSource implements CredentialSource {
  readonly kind = "app";
  readonly #settings: Settings;
  readonly #asApp: GithubApi;
  readonly #found = new Map<string, { readonly at: number; readonly installation: Promise<number | undefined> }>();

  constructor(settings: Settings) {
    this.#settings = settings;
    const { appId, privateKey, apiFor } = settings;
    const octokit = { authStrategy: createAppAuth, auth: { appId, privateKey } };
    this.#asApp = apiFor({ id: `app-${appId}`, secret: privateKey, octokit });
  }

  async apiFor(owner: string | undefined): Promise<GithubApi> {
    const found = owner === undefined ? undefined : await this.#installedFor(owner);
    // An installation elsewhere reads what is public.
    return this.#apiOf(found ?? (await this.#anywhere()));
  }

  async app(): Promise<{ readonly name: string; readonly installations: readonly Installation[] }> {
    const [told, installations] = await Promise.all([this.#ask("GET /app", {}), this.#installations()]);
    return { name: (told as { slug: string }).slug, installations };
  }

  /** The first thousand. */
  async #installations(): Promise<readonly Installation[]> {
    const all: Installation[] = [];
    for (let page = 1; page <= 10; page++) {
      const found = (await this.#ask("GET /app/installations", { per_page: 100, page })) as readonly Told[];
      all.push(
        ...found.map(({ id, account, permissions = {} }) => ({ id, account: account?.login ?? "", permissions })),
      );
      if (found.length < 100) break;
    }
    return all;
  }

  async #anywhere(): Promise<number> {
    for (const owner of this.#settings.owners) {
      const found = await this.#installedFor(owner);
      if (found !== undefined) return found;
    }
    const first = await this.#remember("", async () => (await this.#installations())[0]?.id);
    if (first !== undefined) return first;
    throw new ConnectorError(
      "unauthorized",
      `The GitHub App ${this.#settings.appId} is installed nowhere. A person installs it for the owner of the repositories, from the App's page on GitHub.`,
    );
  }

  #installedFor(owner: string): Promise<number | undefined> {
    return this.#remember(owner.toLowerCase(), () => this.#lookUp(owner));
  }

  #remember(key: string, lookUp: () => Promise<number | undefined>): Promise<number | undefined> {
    const known = this.#found.get(key);
    if (known !== undefined && Date.now() - known.at < rememberedFor) return known.installation;
    const installation = lookUp();
    if (this.#found.size >= mostOwners) this.#found.clear();
    this.#found.set(key, { at: Date.now(), installation });
    installation.catch(() => this.#found.delete(key));
    return installation;
  }

  async #lookUp(owner: string): Promise<number | undefined> {
    for (const route of ["GET /orgs/{owner}/installation", "GET /users/{owner}/installation"]) {
      try {
        return ((await this.#ask(route, { owner })) as Told).id;
      } catch (error) {
        if (!(ConnectorError.is(error) && error.code === "not_found")) throw error;
      }
    }
    return undefined;
  }

  #apiOf(installationId: number): GithubApi {
    const { appId, privateKey, apiFor } = this.#settings;
    const octokit = { authStrategy: installationAuth, auth: { appId, privateKey, installationId } };
    return apiFor({ id: `app-${appId}-${installationId}`, secret: `${privateKey}\n${installationId}`, octokit });
  }

  async #ask(route: string, parameters: Record<string, unknown>): Promise<unknown> {
    const requester = { principal: "", signal: AbortSignal.timeout(30_000), waiting: () => {}, spent: () => {} };
    try {
      return JSON.parse((await this.#asApp.send(route, parameters, requester)).body);
    } catch (error) {
      throw githubError(error, { about: `the GitHub App ${this.#settings.appId}`, isWrite: false, isAnonymous: false });
    }
  }
}

interface Told {
  readonly id: number;
  readonly account?: { readonly login?: string } | null;
  readonly permissions?: Readonly<Record<string, string>>;
}
