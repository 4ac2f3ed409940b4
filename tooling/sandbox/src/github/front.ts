import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Allowances } from "./allowances.ts";
import { completeAnswer } from "./complete-answer.ts";
import { type Credential, credentials } from "./credentials.ts";
import { type DescribedOperation, GithubDescription } from "./github-description.ts";

/** A request as the stand saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Whether GitHub would have counted it. */
  readonly counted: boolean;
}

/** What the stand does instead of answering, for requests that match. */
export interface Disturbance {
  readonly method?: string;
  readonly path: RegExp;
  /** 0 cuts the connection. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** How often; once without it. */
  readonly times?: number;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/**
 * Stands before the emulator and mends what it has wrong beside GitHub: unknown tokens, private repositories that are not to
 * be known of, entity tags, allowances, scopes. Everything that passes is held against GitHub's own description.
 */
export class Front {
  readonly requests: SeenRequest[] = [];
  /** What our client asked, or the stand answered, otherwise than GitHub describes it. */
  readonly violations: string[] = [];
  readonly #allowances = new Allowances();
  readonly #disturbances: (Disturbance & { left: number })[] = [];
  readonly #emulator: string;
  readonly server: Server;
  #description: GithubDescription | undefined;

  /** @param emulator its address */
  constructor(emulator: string) {
    this.#emulator = emulator;
    this.server = createServer((request, response) => {
      this.#serve(request, response).catch((error: Error) => {
        this.violations.push(`the stand itself failed: ${error.stack}`);
        response.destroy();
      });
    });
  }

  disturb(disturbance: Disturbance): void {
    this.#disturbances.push({ ...disturbance, left: disturbance.times ?? 1 });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = Buffer.concat(chunks).toString();
    const { method = "GET", url = "/" } = request;
    const [path = "/"] = url.split("?", 1);
    const given = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
    const credential = credentials.find(({ token }) => token === given);
    const disturbance = this.#disturbances.find(
      (one) => one.left > 0 && one.path.test(path) && (one.method ?? method) === method,
    );
    if (disturbance !== undefined) {
      disturbance.left -= 1;
      this.requests.push({ method, path: url, status: disturbance.status, counted: false });
      if (disturbance.status === 0) return void response.destroy();
      return finish(response, refusal(disturbance.status, disturbance.message ?? "Disturbed", disturbance.headers));
    }
    if (given !== undefined && credential === undefined) return finish(response, refusal(401, "Bad credentials"));
    const found = this.#described(method, path);
    this.#checkRequest(found, `${method} ${url}`, sent);
    const answer = await this.#answer(request, found, sent);
    const { etag } = answer.headers;
    const isKnown = etag !== undefined && request.headers["if-none-match"] === etag;
    const counted = !isKnown && path !== "/rate_limit";
    const headers = {
      ...answer.headers,
      ...this.#allowances.headers(given ?? "", path, counted),
      ...scopesOf(credential),
    };
    const status = isKnown ? 304 : answer.status;
    this.requests.push({ method, path: url, status, counted });
    finish(response, { status, headers, body: isKnown ? "" : answer.body });
  }

  async #answer(request: IncomingMessage, found: DescribedOperation | undefined, sent: string): Promise<Answer> {
    const { method = "GET", url = "/", headers } = request;
    const forwarded = Object.fromEntries(
      ["accept", "authorization", "content-type"].flatMap((name) =>
        headers[name] === undefined ? [] : [[name, String(headers[name])]],
      ),
    );
    const answered = await fetch(`${this.#emulator}${url}`, {
      method,
      headers: forwarded,
      redirect: "manual",
      ...(sent === "" ? {} : { body: sent }),
    });
    const text = await answered.text();
    // Whoever may not see a private repository is not told that there is one.
    if (answered.status === 403 && method === "GET") return refusal(404, "Not Found");
    const body = this.#completed(found, { what: `${method} ${url}`, status: answered.status, text });
    const tag =
      method === "GET" && answered.status === 200
        ? { etag: `W/"${createHash("sha256").update(body).digest("hex")}"` }
        : {};
    const kept = ["content-type", "link", "location"].flatMap((name) =>
      answered.headers.has(name) ? [[name, answered.headers.get(name) ?? ""]] : [],
    );
    return { status: answered.status, headers: { ...Object.fromEntries(kept), ...tag }, body };
  }

  #described(method: string, path: string): DescribedOperation | undefined {
    this.#description ??= new GithubDescription();
    return this.#description.find(method, path);
  }

  #checkRequest(found: DescribedOperation | undefined, what: string, sent: string): void {
    if (found === undefined) return void this.violations.push(`${what} is no request that GitHub describes`);
    const [, url = "/"] = what.split(" ");
    const body = sent === "" ? undefined : (JSON.parse(sent) as unknown);
    const faults = this.#description?.requestFaults(found, new URL(url, "http://stand"), body) ?? [];
    this.violations.push(...faults.map((fault) => `${what} ${fault}`));
  }

  /** The answer with what GitHub always tells; what is still wrong is a fault of the stand's. */
  #completed(
    found: DescribedOperation | undefined,
    { what, status, text }: { what: string; status: number; text: string },
  ): string {
    if (found === undefined || text === "" || status >= 300 || !/^[[{]/.test(text)) return text;
    const body = JSON.parse(text) as unknown;
    for (let round = 0; round < 6; round += 1) {
      const errors = this.#description?.answerErrors(found, status, body);
      if (errors === undefined) {
        this.violations.push(`the stand answers ${what} with ${status}, which GitHub does not describe`);
        break;
      }
      if (errors.length === 0) break;
      if (completeAnswer(body, errors)) continue;
      this.violations.push(
        `the stand answers ${what} wrongly: ${errors
          .slice(0, 3)
          .map((error) => `${error.instancePath} ${error.message}`)
          .join("; ")}`,
      );
      break;
    }
    return JSON.stringify(body);
  }
}

function scopesOf(credential: Credential | undefined): Record<string, string> {
  return credential === undefined ? {} : { "x-oauth-scopes": credential.scopes.join(", ") };
}

function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const body = JSON.stringify({ message, documentation_url: "https://docs.github.com/rest", status: String(status) });
  return { status, headers: { "content-type": "application/json; charset=utf-8", ...headers }, body };
}

function finish(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(status === 304 || status === 204 ? undefined : body);
}
