import type { Credential } from "./credentials.ts";
import { emulatorTokens } from "./emulator-tokens.ts";
import type { Answer, Ask } from "./front/exchange.ts";
import { notFound, refusal } from "./front/refusal.ts";
import { refuseCredential } from "./front/refuse-credential.ts";
import { refuseWrite } from "./front/refuse-write.ts";
import { Router } from "./front/router.ts";
import { startAlerts } from "./kept/alerts.ts";
import { DeviceFlow } from "./kept/device-flow.ts";
import { Discussions } from "./kept/discussions.ts";
import { Gists } from "./kept/gists.ts";
import { IssueLinks } from "./kept/issue-links.ts";
import type { Merge } from "./kept/merges.ts";
import { startNotifications } from "./kept/notifications.ts";
import { startProjects } from "./kept/projects.ts";
import { Reactions } from "./kept/reactions.ts";
import { ReviewComments } from "./kept/review-comments.ts";
import { Workflows } from "./kept/workflows.ts";
import { asEmpty } from "./mended/as-empty.ts";
import type { ComparedFile } from "./mended/pull-routes.ts";
import { standRoutes } from "./mended/stand-routes.ts";
import { withValidationErrors } from "./mended/validation-errors.ts";
import { walk } from "./mended/walk.ts";
import { Nodes } from "./nodes.ts";
import { type KnownRepository, Repositories } from "./repositories.ts";

/**
 * Answers requests as GitHub does: by itself what the emulator does not know or has wrong, and by the emulator what it has
 * right. It knows nothing of HTTP, allowances or tags, which are the front's.
 */
export class Stand {
  readonly repositories = new Repositories();
  readonly nodes = new Nodes();
  readonly workflows = new Workflows();
  readonly gists = new Gists();
  readonly notifications = startNotifications();
  readonly alerts = startAlerts();
  readonly links = new IssueLinks();
  readonly device = new DeviceFlow();
  /** By the path of the pull request. */
  readonly merges = new Map<string, Merge>();
  /** People, by the path of the pull request. */
  readonly pullAssignees = new Map<string, readonly unknown[]>();
  /** Of a fork, by its full name. */
  readonly parents = new Map<string, string>();
  /** Full names of repositories, by who has starred them. */
  readonly stars = new Map<string, Set<string>>([["ada", new Set(["acme/site"])]]);
  /** By path of the repository and commit. */
  readonly statuses = new Map<string, readonly object[]>();
  /** By full name. */
  readonly deployments = new Map<string, readonly object[]>();
  /** Where an issue is, by the number that all of GitHub's issues share. */
  readonly issuePaths = new Map<number, string>();
  readonly discussions = new Discussions();
  readonly projects = startProjects();
  readonly reactions = new Reactions();
  readonly comments = new ReviewComments();
  readonly comparisons = new Map<string, Promise<ComparedFile[]>>();
  /** By the path of the pull request. */
  readonly autoMerges = new Map<string, object>();
  /** Where the front is reached. */
  readonly url: string;
  readonly #emulator: string;
  readonly #emulatorTokens: ReadonlyMap<string, readonly string[]>;
  #turn = 0;
  readonly #router: Router;

  /** @param credentials a token of each person that the emulator knows them by */
  constructor(url: string, emulator: string, credentials: readonly Credential[]) {
    this.url = url;
    this.#emulator = emulator;
    this.#emulatorTokens = new Map(credentials.map((credential) => [credential.login, emulatorTokens(credential)]));
    this.#router = new Router(standRoutes(this));
  }

  /** All who have an account. */
  get logins(): readonly string[] {
    return [...this.#emulatorTokens.keys()];
  }

  /** Somebody who may do everything in the repository of a path. */
  ownerOf(path: string): string {
    const owner = path.split("/")[2] ?? "";
    return owner === "acme" ? "ada" : owner;
  }

  async answer(ask: Ask): Promise<Answer> {
    const [, area, owner, name] = ask.path.split("/");
    if (area !== "repos" || name === undefined) return refuseCredential(ask, undefined) ?? this.#known(ask, undefined);
    const repository = this.repositories.named(`${owner}/${name}`);
    if (repository === undefined) return this.#moved(ask, `${owner}/${name}`) ?? notFound();
    const role = this.roleOf(ask.credential, repository);
    if (role === "none") return notFound();
    const refused = refuseCredential(ask, repository) ?? refuseWrite(ask, repository, role);
    if (refused !== undefined) return refused;
    const path = ask.path.replace(`/${owner}/${name}`, `/${repository.fullName}`);
    return this.#known({ ...ask, path }, repository);
  }

  /** What a credential may do with a repository; an installation's reaches as far as its owner's repositories. */
  roleOf(credential: Credential | undefined, repository: KnownRepository) {
    if (credential?.kind !== "installation") return this.repositories.role(repository, credential?.login);
    const isTheirs = repository.fullName.startsWith(`${credential.login}/`);
    return isTheirs ? "write" : this.repositories.role(repository, undefined);
  }

  /** Asks in somebody's name, without a client's checks, and throws where it is refused. */
  async as(login: string, method: string, path: string, body?: unknown): Promise<unknown> {
    const credential: Credential = {
      login,
      token: "",
      kind: "classic",
      scopes: ["repo", "gist", "notifications", "read:org"],
    };
    const [pathname = "", query] = path.split("?");
    const answer = await this.answer({
      method,
      path: pathname,
      query: new URLSearchParams(query),
      headers: {},
      body,
      credential,
    });
    if (answer.status >= 400)
      throw new Error(`${method} ${path} as ${login}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Makes a repository known that the emulator was started with. */
  async learn(owner: string, fullName: string): Promise<void> {
    const credential: Credential = { login: owner, token: "", kind: "classic", scopes: ["repo"] };
    const ask: Ask = {
      method: "GET",
      path: `/repos/${fullName}`,
      query: new URLSearchParams(),
      headers: {},
      credential,
    };
    const { body } = await this.emulator(ask);
    walk(body, this, ask, undefined);
  }

  #emulatorToken(login: string): string | undefined {
    const tokens = this.#emulatorTokens.get(login) ?? [];
    this.#turn += 1;
    return tokens[this.#turn % tokens.length];
  }

  /** What the emulator answers. Tokens of ours are not its own: it is asked as the person. */
  async emulator({ method, path, query, headers, body: sent, credential }: Ask): Promise<Answer> {
    const isItsOwn = credential?.kind === "installation" || credential?.kind === "app";
    const token = isItsOwn ? credential.token : this.#emulatorToken(credential?.login ?? "");
    const send = (request: RequestInit) =>
      fetch(`${this.#emulator}${path}${query.size === 0 ? "" : `?${query}`}`, request);
    const request: RequestInit = {
      method,
      headers: {
        // The emulator hangs up on a connection that was idle for five seconds, as it may be while a description is read, just as
        // it is used again. Reads are sent again then, of anything else it would not be known whether it arrived.
        ...(method === "GET" ? {} : { connection: "close" }),
        ...(headers.accept === undefined ? {} : { accept: headers.accept }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(sent === undefined ? {} : { "content-type": "application/json" }),
      },
      redirect: "manual",
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    };
    const answered = await send(request).catch((error) => (method === "GET" ? send(request) : Promise.reject(error)));
    const bytes = Buffer.from(await answered.arrayBuffer());
    const kept = ["link", "location", "content-type"].flatMap((name) => {
      const value = answered.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    const isJson = answered.headers.get("content-type")?.includes("json");
    const body = isJson ? JSON.parse(bytes.toString()) : bytes;
    return { status: answered.status, headers: Object.fromEntries(kept), ...(bytes.length === 0 ? {} : { body }) };
  }

  async #known(ask: Ask, repository: KnownRepository | undefined): Promise<Answer> {
    const told = (await this.#router.answer(ask)) ?? (await this.emulator(ask));
    const answered = await asEmpty(this, ask, told);
    const answer = answered.status === 422 ? withValidationErrors(ask, answered) : answered;
    if (answer.status === 403 && ask.method === "GET" && repository?.isPrivate) return notFound();
    if (
      ask.method === "DELETE" &&
      answer.status === 204 &&
      repository !== undefined &&
      /^\/repos\/[^/]+\/[^/]+$/.test(ask.path)
    )
      this.repositories.forget(repository.fullName);
    walk(answer.body, this, ask, repository);
    return answer;
  }

  /** Where a path leads that names a repository by its number. */
  pathOf(path: string): string {
    const [, id, rest] = /^\/repositories\/(\d+)(.*)$/.exec(path) ?? [];
    const repository = id === undefined ? undefined : this.repositories.byId(Number(id));
    return repository === undefined ? path : `/repos/${repository.fullName}${rest}`;
  }

  /** A repository that has another name or owner by now is where it is, for those who may see it. */
  #moved(ask: Ask, name: string): Answer | undefined {
    const repository = this.repositories.formerly(name);
    if (repository === undefined || this.roleOf(ask.credential, repository) === "none") return undefined;
    const url = `${this.url}${ask.path.replace(`/repos/${name}`, `/repositories/${repository.id}`)}`;
    const query = ask.query.size === 0 ? "" : `?${ask.query}`;
    const { body } = refusal(301, "Moved Permanently");
    const status = ask.method === "GET" ? 301 : 307;
    return { status, headers: { location: `${url}${query}` }, body: { ...(body as object), url: `${url}${query}` } };
  }
}
