import { ProtocolError, ProtocolErrorCode, type Server } from "@modelcontextprotocol/server";
import * as z from "zod";
import type { NarrowedClient } from "../define/narrowed-client.ts";
import type { HostRoot } from "../define/question.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { readAnswer } from "./read-answer.ts";

/** Milliseconds that a call waits for the host's answer, and after which the host is asked anew. */
const patience = { ofCall: 5000, ofQuestion: 60_000 };

interface HostRootsOptions {
  /** The connector's client, which reaches all that the person granted. */
  open(): Promise<unknown>;
  narrow(client: unknown): NarrowedClient<unknown>;
}

/**
 * The client for one host on stdio, narrowed to the folders in which that host works. It is asked for these when its first
 * call needs the client, and again whenever it says that they changed; until it has answered, no call of it goes on.
 */
export class HostRoots {
  readonly #options: HostRootsOptions;
  #server: Server | undefined;
  #narrowed: NarrowedClient<unknown> | undefined;
  #asked: Promise<unknown> | undefined;
  #isAsking = false;
  #isStale = false;

  constructor(options: HostRootsOptions) {
    this.#options = options;
  }

  /** @param server of an earlier revision: a host of 2026-07-28 is never asked */
  listenTo(server: Server): void {
    this.#server = server;
    server.setNotificationHandler("notifications/roots/list_changed", () => {
      this.#isStale = true;
      if (this.#asked !== undefined && !this.#isAsking) this.#ask(server);
    });
  }

  /** Throws `unavailable` while a host that declares that it has roots does not say which. */
  async client(): Promise<unknown> {
    const server = this.#server;
    if (server?.getClientCapabilities()?.roots === undefined) return this.#options.open();
    return inTime(this.#asked ?? this.#ask(server));
  }

  #ask(server: Server): Promise<unknown> {
    const asked = this.#untilAnswered(server);
    this.#asked = asked;
    // The next call asks again.
    asked.catch(() => {
      if (this.#asked === asked) this.#asked = undefined;
    });
    return asked;
  }

  /** One question at a time: what changes while it is open is asked for behind it. */
  async #untilAnswered(server: Server): Promise<unknown> {
    this.#isAsking = true;
    try {
      const narrowed = this.#narrowed ?? this.#options.narrow(await this.#options.open());
      this.#narrowed = narrowed;
      do {
        this.#isStale = false;
        await narrowed.to(await hostsRoots(server));
      } while (this.#isStale);
      return narrowed.client;
    } finally {
      this.#isAsking = false;
    }
  }
}

/** Not by the SDK's own schema, for which one odd address would spoil all others. */
async function hostsRoots(server: Server): Promise<readonly HostRoot[]> {
  try {
    const answer = await server.request({ method: "roots/list" }, z.unknown(), { timeout: patience.ofQuestion });
    const roots = readAnswer(answer, { kind: "roots" });
    if (typeof roots === "object") return roots.value as readonly HostRoot[];
  } catch (error) {
    // It declared more than it can.
    if (error instanceof ProtocolError && error.code === ProtocolErrorCode.MethodNotFound) return [];
    throw unanswered("Your host was asked for them, and answered with an error.", error);
  }
  throw unanswered("What it answered is no list of at most 1000 roots.");
}

async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const problem = `It has not said which within ${patience.ofCall / 1000} s.`;
    timer = setTimeout(() => reject(unanswered(problem)), patience.ofCall);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function unanswered(problem: string, cause?: unknown): ConnectorError {
  const message = `Your host declares that it works in certain folders (roots). ${problem} Nothing is served before it does. Call again.`;
  return new ConnectorError("unavailable", message, { retryAfter: 1, cause });
}
