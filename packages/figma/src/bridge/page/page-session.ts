import type { Reply } from "../messages.ts";
import type { Socket } from "../plugin-end/attempt.ts";
import { PluginEnd, type PluginState } from "../plugin-end/plugin-end.ts";
import type { KeptPairing, PageMessage, PluginSettings, Removal, ThreadMessage } from "../plugin-thread.ts";
import type { Request } from "../requests.ts";
import type { AppliedPlan } from "../results.ts";
import { editWords } from "./edit-words.ts";
import type { LogEntry } from "./log-entry.ts";

const longestLog = 200;

/** A plan that waits for the person. */
export interface Asking {
  readonly ask: string;
  readonly removals: readonly Removal[];
  readonly more: number;
}

/** All that the page shows. */
export interface Shown {
  readonly state: PluginState;
  readonly file: string;
  readonly paused: boolean;
  /** How far a plan has come that is being applied. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly settings: PluginSettings;
  readonly asking: Asking | undefined;
  readonly log: readonly LogEntry[];
}

interface PageSessionSettings {
  readonly connect: (url: string) => Socket;
  readonly post: (message: PageMessage) => void;
  readonly show: (shown: Shown) => void;
  readonly ports?: readonly number[];
}

type Edit = Extract<Request, { type: "apply" | "undo" }>;

/** What the plugin's page does, without how it looks: stands between the connector and the main thread, and gives the person their say. */
export class PageSession {
  readonly #settings: PageSessionSettings;
  readonly #edits = new Map<string, Edit>();
  #end: PluginEnd | undefined;
  #shown: Shown = {
    state: { kind: "searching" },
    file: "",
    paused: false,
    progress: undefined,
    settings: { askBeforeRemoving: true },
    asking: undefined,
    log: [],
  };

  constructor(settings: PageSessionSettings) {
    this.#settings = settings;
  }

  /** Asks the main thread for what is needed to begin. */
  begin(): void {
    this.#settings.show(this.#shown);
    this.#settings.post({ type: "opened" });
  }

  stop(): void {
    this.#end?.stop();
  }

  /** Takes what the main thread says. */
  take(message: ThreadMessage): void {
    switch (message.type) {
      case "ready":
        this.#start(message);
        break;
      case "reply":
        this.#reply(message.reply);
        break;
      case "ask":
        this.#change({ asking: message });
        break;
      case "unask":
        if (this.#shown.asking?.ask === message.ask) this.#change({ asking: undefined });
    }
  }

  pair(code: string): void {
    this.#end?.pair(code);
  }

  takeOver(): void {
    this.#end?.takeOver();
  }

  /** Forgets all pairings: the next connection needs a code. */
  forget(): void {
    this.#settings.post({ type: "pairings", pairings: [] });
    this.#end?.forget();
  }

  answer(allowed: boolean): void {
    const { asking } = this.#shown;
    if (asking === undefined) return;
    this.#settings.post({ type: "answer", ask: asking.ask, allowed });
    this.#change({ asking: undefined });
  }

  askBeforeRemoving(askBeforeRemoving: boolean): void {
    this.#settings.post({ type: "settings", settings: { askBeforeRemoving } });
    this.#change({ settings: { askBeforeRemoving } });
  }

  /** Stops what is being applied, which is rolled back, and refuses whatever is asked until the person goes on. */
  pause(paused: boolean): void {
    if (paused)
      for (const key of this.#edits.keys()) this.#settings.post({ type: "request", request: { type: "cancel", key } });
    this.#change({ paused });
  }

  #start({ hello, settings, pairings, rolledBack }: Extract<ThreadMessage, { type: "ready" }>): void {
    this.#change({ file: hello.file.name, settings });
    if (rolledBack !== undefined) this.#tell(rolledBack, "done");
    this.#end?.stop();
    this.#end = new PluginEnd({
      introduction: () => hello,
      connect: this.#settings.connect,
      pairings,
      keep: (kept: readonly KeptPairing[]) => this.#settings.post({ type: "pairings", pairings: kept }),
      onState: (state) => this.#change({ state }),
      onRequest: (request) => this.#ask(request),
      ...(this.#settings.ports === undefined ? {} : { ports: this.#settings.ports }),
    });
    this.#end.start();
  }

  #ask(request: Request): void {
    if (this.#shown.paused && request.type !== "cancel") {
      const message = "The person has paused the plugin. Ask them to press Go on in it.";
      this.#end?.send({ type: "failed", key: request.key, failure: { code: "paused", message } });
      return;
    }
    if (request.type === "undo" || (request.type === "apply" && !request.plan.dryRun))
      this.#edits.set(request.key, request);
    this.#settings.post({ type: "request", request });
  }

  #reply(reply: Reply): void {
    if (reply.type === "progress" && this.#edits.has(reply.key)) {
      this.#change({ progress: { done: reply.done, total: reply.total } });
    }
    if (reply.type === "result" || reply.type === "failed") this.#ended(reply);
    this.#end?.send(reply);
  }

  #ended(reply: Extract<Reply, { type: "result" | "failed" }>): void {
    const edit = this.#edits.get(reply.key);
    if (edit === undefined) return;
    this.#edits.delete(reply.key);
    this.#change({ progress: undefined });
    const undo = edit.type === "undo";
    if (reply.type === "failed") {
      this.#tell(`${undo ? "Not taken back" : "Not changed"}: ${reply.failure.message}`, "failed");
    } else {
      const words = editWords(reply.value as AppliedPlan);
      this.#tell(undo ? `Took an edit back. ${words}` : words, "done");
    }
  }

  #tell(words: string, outcome: LogEntry["outcome"]): void {
    this.#change({ log: [{ at: Date.now(), words, outcome }, ...this.#shown.log].slice(0, longestLog) });
  }

  #change(change: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...change };
    this.#settings.show(this.#shown);
  }
}
