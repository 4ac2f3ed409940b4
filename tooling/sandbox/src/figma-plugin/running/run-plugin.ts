import { constants, createContext, Script } from "node:vm";
import type { SimulatedFile } from "../file/simulated-file.ts";
import { openSession } from "./open-file.ts";

/** What outlives one run of a plugin on a machine: `figma.clientStorage`. */
export type ClientStorage = Map<string, unknown>;

export interface RunOptions {
  /** The built code, as the manifest's `main` names it. */
  readonly code: string;
  /** What stands for the plugin's window. */
  readonly html?: string;
  readonly storage?: ClientStorage;
}

/** A plugin that runs. */
export interface RunningPlugin {
  /** Hands a message to the plugin, as its window would. */
  post(message: unknown): void;
  /** Hears what the plugin posts to its window; what was posted before is told first. */
  onMessage(listener: (message: unknown) => void): () => void;
  /** The notifications that the person saw. */
  readonly notices: readonly string[];
  /** The HTML of the window that the plugin opened. */
  readonly html: string | undefined;
  /** Errors that the plugin caught nowhere. */
  readonly errors: readonly unknown[];
  /** Closes it, whatever it is doing: its timers stop, and nothing that it still does reaches the file. */
  close(): void;
  readonly closed: boolean;
}

/** How many messages of a plugin are kept for a window that does not listen yet. */
const keptMessages = 1000;

/** Runs a plugin's built code, unchanged, with this file open. */
export function runPlugin(file: SimulatedFile, options: RunOptions): RunningPlugin {
  const { session, events, api } = openSession(file, "plugin");
  const storage = options.storage ?? new Map<string, unknown>();
  const listeners = new Set<(message: unknown) => void>();
  const early: unknown[] = [];
  const notices: string[] = [];
  const errors: unknown[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let html: string | undefined;
  let receive: ((message: unknown, properties: { origin: string }) => void) | undefined;

  const guarded = (run: () => unknown) => {
    try {
      const result = run();
      if (result instanceof Promise || isThenable(result)) Promise.resolve(result).catch((error) => errors.push(error));
    } catch (error) {
      errors.push(error);
    }
  };
  const ui = {
    set onmessage(listener: typeof receive) {
      receive = listener;
    },
    get onmessage() {
      return receive;
    },
    on(_type: string, listener: typeof receive) {
      receive = listener;
    },
    postMessage(message: unknown) {
      session.assertOpen();
      const copy = structuredClone(message);
      if (listeners.size === 0) {
        early.push(copy);
        if (early.length > keptMessages) early.shift();
      }
      for (const listener of [...listeners]) setTimeout(() => listener(copy), 0);
    },
    resize() {},
    show() {},
    hide() {},
    close() {},
  };
  const notify = (message: string) => {
    notices.push(message);
    return { cancel() {} };
  };
  const close = () => {
    if (session.closed) return;
    events.emit("close");
    session.closed = true;
    events.stop();
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
    // What the plugin left open becomes one step of the person's history, as it does in Figma.
    file.commitUndo();
  };
  // The accessors of the API stay accessors.
  const figma = Object.defineProperties(Object.create(Object.prototype), {
    ...Object.getOwnPropertyDescriptors(api),
    ui: { value: ui },
    showUI: { value: (given: string) => (html = given) },
    notify: { value: notify },
    closePlugin: { value: close },
    clientStorage: { value: clientStorage(storage) },
    currentUser: { value: { id: "1", name: "A person", photoUrl: null, color: "#000000", sessionId: 1 } },
  }) as object;
  const later = (run: () => void, delay: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (!session.closed) guarded(run);
    }, delay);
    timers.add(timer);
    return timer;
  };
  // A global object of its own, rather than one that asks another object for each name: that makes plugins run at their own speed.
  const context = Object.assign(createContext(constants.DONT_CONTEXTIFY), {
    figma,
    __html__: options.html ?? "",
    setTimeout: later,
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
    console: { log() {}, info() {}, warn() {}, error: (...parts: unknown[]) => errors.push(parts) },
  });
  guarded(() => new Script(options.code, { filename: "code.js" }).runInContext(context));
  return {
    post(message) {
      const copy = structuredClone(message);
      setTimeout(() => {
        if (!session.closed) guarded(() => receive?.(copy, { origin: "null" }));
      }, 0);
    },
    onMessage(listener) {
      listeners.add(listener);
      for (const message of early.splice(0)) listener(message);
      return () => listeners.delete(listener);
    },
    notices,
    errors,
    get html() {
      return html;
    },
    close,
    get closed() {
      return session.closed;
    },
  };
}

/** Promises of another realm are no instances of ours. */
function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
}

function clientStorage(storage: ClientStorage) {
  return {
    getAsync: async (key: string) => structuredClone(storage.get(key)),
    async setAsync(key: string, value: unknown) {
      storage.set(key, structuredClone(value));
    },
    async deleteAsync(key: string) {
      storage.delete(key);
    },
    keysAsync: async () => [...storage.keys()],
  };
}
