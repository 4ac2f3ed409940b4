import { randomUUID } from "node:crypto";
import { ConnectorError } from "@drawbridge/core";
import { type Answer, type Asked, answers, type Question } from "./answers.ts";
import type { Connection } from "./connection.ts";
import type { Hello } from "./handshake.ts";
import type { PluginMessage } from "./messages.ts";
import { PluginFailure } from "./plugin-failure.ts";
import type { Changed } from "./replies.ts";
import type { Request } from "./requests.ts";

/** Of requests that wait for their answers, in one file. */
const mostPending = 64;

/** Milliseconds in which a plugin whose connection broke may come back before its requests are given up. */
const patience = 2_000;

interface Pending {
  readonly request: Request;
  readonly settle: (outcome: { readonly value: unknown } | { readonly error: Error }) => void;
  readonly progress: ((done: number, total: number, doing?: string) => void) | undefined;
}

export interface Asking {
  readonly signal: AbortSignal;
  /** The request's key, where the caller wants to know it; one is made else. */
  readonly key?: string;
  readonly progress?: (done: number, total: number, doing?: string) => void;
}

/** One open file: the plugin that stands in it, and what was asked of that plugin and is not answered yet. */
export class Channel {
  readonly #listeners = new Set<(changed: Changed) => void>();
  readonly #gone = new Set<() => void>();
  readonly #pending = new Map<string, Pending>();
  #hello: Hello;
  #connection: Connection | undefined;
  #page: Hello["page"];
  #leaving: NodeJS.Timeout | undefined;

  constructor(hello: Hello) {
    this.#hello = hello;
    this.#page = hello.page;
  }

  get file(): Hello["file"] {
    return this.#hello.file;
  }

  get plugin(): Hello {
    return this.#hello;
  }

  get page(): Hello["page"] {
    return this.#page;
  }

  get connected(): boolean {
    return this.#connection !== undefined;
  }

  /** Whether a plan is being applied. */
  get editing(): boolean {
    return [...this.#pending.values()].some(({ request }) => request.type === "apply" || request.type === "undo");
  }

  /** Takes a connection of the plugin. Where it is the same run that was here before, it is asked again what it has not answered. */
  attach(connection: Connection, hello: Hello): void {
    clearTimeout(this.#leaving);
    const known = hello.instance === this.#hello.instance;
    if (!known) this.#giveUp("The plugin was started anew");
    const before = this.#connection;
    this.#connection = connection;
    this.#hello = hello;
    this.#page = hello.page;
    before?.terminate();
    connection.deliverTo((message) => this.#take(message));
    connection.onClosed = (left) => this.#detach(connection, left);
    for (const { request } of this.#pending.values()) connection.send(request);
  }

  /** Ends the channel; who asked is told. */
  end(reason: Parameters<Connection["refuse"]>[0], message: string): void {
    this.#connection?.refuse(reason, message);
    this.#leave(message);
  }

  beat(): void {
    this.#connection?.beat();
  }

  /** Hears, once, that the plugin is gone for good; not any more when what it returns was called. */
  onceGone(told: () => void): () => void {
    this.#gone.add(told);
    return () => this.#gone.delete(told);
  }

  /** Hears of changes in the file until what it returns is called. */
  listen(listener: (changed: Changed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Asks the plugin. Where the signal aborts, the plugin is told to stop, and to roll back what it was doing.
   *
   * @throws PluginFailure, or ConnectorError where the plugin is not there or leaves before it has answered
   */
  async ask<Kind extends Asked>(question: Question<Kind>, asking: Asking): Promise<Answer<Kind>> {
    const { signal, progress, key = randomUUID() } = asking;
    signal.throwIfAborted();
    this.#assertRoom();
    const request = { ...question, key } as Request;
    const value = await new Promise<unknown>((resolve, reject) => {
      const stop = () => {
        this.#connection?.send({ type: "cancel", key });
        pending.settle({ error: stopped(question.type) });
      };
      const pending: Pending = {
        request,
        progress,
        settle: (outcome) => {
          this.#pending.delete(key);
          signal.removeEventListener("abort", stop);
          if ("error" in outcome) reject(outcome.error);
          else resolve(outcome.value);
        },
      };
      signal.addEventListener("abort", stop, { once: true });
      this.#pending.set(key, pending);
      this.#connection?.send(request);
    });
    const sound = answers[question.type].safeParse(value);
    if (sound.success) return sound.data as Answer<Kind>;
    throw new ConnectorError("internal", "The plugin answered what this version does not understand.", {
      internal: sound.error.message,
    });
  }

  #assertRoom(): void {
    if (this.#pending.size < mostPending && this.#connection?.takesMore !== false) return;
    throw new ConnectorError(
      "rate_limited",
      `The plugin in ${this.file.name} has not answered what was asked before.`,
      {
        retryAfter: 2,
      },
    );
  }

  #take(message: PluginMessage): void {
    if (message.type === "changed") this.#tell(message);
    else if (message.type === "page") this.#page = message.page;
    else if (message.type === "result" || message.type === "failed" || message.type === "progress")
      this.#answer(message);
    else if (message.type !== "bye") this.#connection?.refuse("malformed", "A greeting on a connection that is made.");
  }

  #answer(message: Extract<PluginMessage, { type: "result" | "failed" | "progress" }>): void {
    const pending = this.#pending.get(message.key);
    // Of a request that was given up, or that nobody made: it counts as unasked for.
    if (pending === undefined) return;
    this.#connection?.awaited();
    if (message.type === "progress") pending.progress?.(message.done, message.total, message.doing);
    else if (message.type === "failed") pending.settle({ error: new PluginFailure(message.failure) });
    else pending.settle({ value: message.value });
  }

  #tell(changed: Changed): void {
    for (const listener of this.#listeners) listener(changed);
  }

  #detach(connection: Connection, left: boolean): void {
    if (connection !== this.#connection) return;
    this.#connection = undefined;
    const wait = left ? 0 : patience;
    const why = left ? "The plugin was closed" : "The plugin's connection broke, and it did not come back,";
    this.#leaving = setTimeout(() => this.#leave(why), wait);
    this.#leaving.unref();
  }

  #leave(why: string): void {
    clearTimeout(this.#leaving);
    this.#connection = undefined;
    this.#giveUp(why);
    for (const told of this.#gone) told();
    this.#gone.clear();
  }

  #giveUp(why: string): void {
    for (const { request, settle } of [...this.#pending.values()]) {
      const edits = request.type === "apply" || request.type === "undo";
      const what = edits
        ? "before it had said that the plan is applied. What was done of it is rolled back when the plugin is run again in this file; read the file before editing on."
        : "before it had answered.";
      settle({ error: new ConnectorError("unavailable", `${why} ${what}`) });
    }
  }
}

function stopped(kind: Asked): ConnectorError {
  const edits = kind === "apply" || kind === "undo";
  return new ConnectorError(
    "cancelled",
    edits ? "Stopped: the plugin was told to roll the plan back." : "Stopped before the plugin had answered.",
  );
}
