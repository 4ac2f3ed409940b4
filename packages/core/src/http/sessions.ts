import type { AuthInfo, Server } from "@modelcontextprotocol/server";
import { isInitializeRequest } from "@modelcontextprotocol/server";
import { callerIn } from "./auth-info.ts";
import type { Caller } from "./authentication/caller.ts";
import { refusalResponse } from "./refusal-response.ts";
import { Session } from "./session.ts";

const mostSessions = 1024;
const mostOfPrincipal = 128;

/** Milliseconds after which a session that nobody uses ends. */
const longestIdle = 30 * 60 * 1000;

/** Milliseconds after which one may have to make room for another. */
const spared = 60 * 1000;

const sweepEvery = 60 * 1000;
const sessionNotFound = -32_001;

interface SessionsOptions {
  /** A server of its own for each. */
  bind(caller: Caller): Server;
  readonly most?: number;
  readonly longestIdle?: number;
}

/**
 * The sessions of hosts of the revisions before 2026-07-28, without which those could neither confirm, cancel nor
 * subscribe. Bounded in number and in time; each serves only the principal that began it.
 */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #sweep = setInterval(() => this.#endIdle(this.#options.longestIdle ?? longestIdle), sweepEvery);

  constructor(options: SessionsOptions) {
    this.#options = options;
    this.#sweep.unref();
  }

  get size(): number {
    return this.#sessions.size;
  }

  async handle(request: Request, authInfo: AuthInfo, body: unknown): Promise<Response> {
    const caller = callerIn(authInfo);
    const id = request.headers.get("mcp-session-id");
    if (id === null) return this.#begin(request, authInfo, body, caller);
    const session = this.#sessions.get(id);
    // Another's is not told from one that never was.
    if (session?.principal === caller.principal) return session.handle(request, authInfo, body);
    return refusalResponse(404, "There is no such session. Begin a new one with initialize.", sessionNotFound);
  }

  /** No stream stays open for what the server might say; requests that run are answered. */
  endStreams(): void {
    for (const session of this.#sessions.values()) session.endStream();
  }

  async close(): Promise<void> {
    clearInterval(this.#sweep);
    await Promise.all([...this.#sessions.values()].map((session) => session.close()));
  }

  async #begin(request: Request, authInfo: AuthInfo, body: unknown, caller: Caller): Promise<Response> {
    const messages = Array.isArray(body) ? body : [body];
    if (!messages.some((message) => isInitializeRequest(message))) {
      return refusalResponse(400, "A request outside a session must be initialize; inside one, send Mcp-Session-Id.");
    }
    const { principal, access } = caller;
    if (!this.#makeRoom(principal)) {
      return refusalResponse(503, "Too many sessions are open. End one, or try again in a minute.", undefined, 60);
    }
    // Without the request's own name: the session outlives the request.
    const server = this.#options.bind({ principal, access });
    const session = new Session(principal, server, () => this.#sessions.delete(session.id));
    this.#sessions.set(session.id, session);
    await session.begin();
    const response = await session.handle(request, authInfo, body);
    // What the SDK did not take for a beginning leaves nothing behind.
    if (!response.ok) await session.close();
    return response;
  }

  #makeRoom(principal: string): boolean {
    const all = [...this.#sessions.values()];
    const own = all.filter((session) => session.principal === principal);
    if (own.length >= mostOfPrincipal) return this.#endIdlest(own);
    return all.length < (this.#options.most ?? mostSessions) || this.#endIdlest(all);
  }

  #endIdlest(sessions: readonly Session[]): boolean {
    const [idlest] = [...sessions].sort((one, other) => other.idle - one.idle);
    if (idlest === undefined || idlest.idle < spared) return false;
    this.#end(idlest);
    return true;
  }

  #endIdle(longest: number): void {
    for (const session of this.#sessions.values()) if (session.idle > longest) this.#end(session);
  }

  #end(session: Session): void {
    this.#sessions.delete(session.id);
    void session.close();
  }
}
