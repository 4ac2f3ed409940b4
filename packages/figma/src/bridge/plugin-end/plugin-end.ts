import { bridgePath } from "../bridge-path.ts";
import { bridgePorts } from "../bridge-ports.ts";
import type { Reply } from "../messages.ts";
import type { KeptPairing } from "../plugin-thread.ts";
import type { Request } from "../requests.ts";
import { Attempt, type Introduction, type Refusal, type Socket } from "./attempt.ts";
import { HeldChanges } from "./held-changes.ts";

/** Milliseconds. */
const againAfter = 2_000;
const preferredFor = 1_000;
const findsWithin = 2_500;
/** Three beats and a half. */
const silentAfter = 18_000;

const mostKept = 10;

/** How a plugin stands to its connector. */
export type PluginState =
  /** No connector answers at any port. */
  | { readonly kind: "searching" }
  /** A connector waits for its code. */
  | { readonly kind: "unpaired"; readonly fault?: Refusal }
  | { readonly kind: "connected"; readonly port: number; readonly version: string }
  /** The connector does not want this plugin; nothing is tried before the person says so. */
  | { readonly kind: "refused"; readonly refusal: Refusal };

export interface PluginEndSettings {
  readonly introduction: () => Introduction;
  readonly connect: (url: string) => Socket;
  readonly pairings: readonly KeptPairing[];
  readonly keep: (pairings: readonly KeptPairing[]) => void;
  readonly onState: (state: PluginState) => void;
  readonly onRequest: (request: Request) => void;
  readonly ports?: readonly number[];
}

/** The plugin's end of the bridge: finds a connector, pairs with it, comes back when the connection breaks. Knows nothing of Figma. */
export class PluginEnd {
  readonly #settings: PluginEndSettings;
  readonly #ports: readonly number[];
  readonly #attempts = new Map<number, Attempt>();
  readonly #held = new HeldChanges((reply) => this.#connected?.send(reply));
  #pairings: readonly KeptPairing[];
  #unpaired = new Set<Attempt>();
  #connected: Attempt | undefined;
  #state: PluginState = { kind: "searching" };
  #preferred: Attempt | undefined;
  #typed:
    | { readonly code: string; readonly port: number | undefined; readonly timer: ReturnType<typeof setTimeout> }
    | undefined;
  #takeOver = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  #others: ReturnType<typeof setTimeout> | undefined;
  #since = 0;

  constructor(settings: PluginEndSettings) {
    this.#settings = settings;
    this.#ports = settings.ports ?? bridgePorts;
    this.#pairings = settings.pairings;
  }

  get state(): PluginState {
    return this.#state;
  }

  start(): void {
    this.stop();
    this.#since = Date.now();
    this.#timer = setInterval(() => this.#look(), againAfter);
    this.#become({ kind: "searching" });
    // The connector that was of use last comes first: another one may know the same pairing.
    const preferred = this.#pairings[0]?.port;
    if (preferred === undefined) this.#search();
    else {
      this.#preferred = this.#try(preferred);
      this.#others = setTimeout(() => this.#search(), preferredFor);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#others);
    clearTimeout(this.#typed?.timer);
    this.#typed = undefined;
    this.#timer = undefined;
    this.#connected?.send({ type: "bye" });
    for (const attempt of this.#attempts.values()) attempt.close();
    this.#attempts.clear();
    this.#unpaired.clear();
    this.#connected = undefined;
  }

  /** Starts anew, and takes the place of another window where there is one. */
  takeOver(): void {
    this.#takeOver = true;
    this.start();
  }

  /** Forgets all pairings and starts anew, as a plugin that nobody knows. */
  forget(): void {
    this.#pairings = [];
    this.start();
  }

  /** Tries a code that the person typed, with the connector whose port its first digit tells. */
  pair(code: string): void {
    const digit = Number(/\d/.exec(code)?.[0] ?? Number.NaN);
    const wanted = this.#ports.length === bridgePorts.length ? this.#ports[digit] : this.#ports[0];
    const attempt = [...this.#unpaired].find(({ port }) => port === wanted);
    if (attempt !== undefined) attempt.pair(code);
    else this.#keepCode(code, wanted);
  }

  /** The connector that the code is of may not have been found yet, beside another. */
  #keepCode(code: string, port: number | undefined): void {
    clearTimeout(this.#typed?.timer);
    const timer = setTimeout(() => {
      this.#typed = undefined;
      const fault = { reason: "wrong_code", message: "No connector waits for a code like this." } as const;
      if (this.#connected === undefined) this.#become({ kind: "unpaired", fault });
    }, findsWithin);
    this.#typed = { code, port, timer };
    this.#search();
  }

  /** Sends what the main thread says; what nobody is there for is dropped, since a connector that comes back asks again. */
  send(reply: Reply): void {
    if (this.#connected === undefined) return;
    if (this.#held.hold(reply, this.#connected.buffered)) return;
    try {
      this.#connected.send(reply);
    } catch (error) {
      if (!(error instanceof RangeError) || reply.type !== "result") throw error;
      const message = "The answer is too large for the bridge. Ask for fewer nodes, or a smaller depth.";
      this.#connected.send({ type: "failed", key: reply.key, failure: { code: "too_large", message } });
    }
  }

  #look(): void {
    const silent = this.#connected !== undefined && Date.now() - this.#connected.heard > silentAfter;
    if (silent) this.start();
    else if (Date.now() - this.#since > preferredFor) this.#search();
  }

  #search(): void {
    if (this.#timer === undefined || this.#connected !== undefined || this.#state.kind === "refused") return;
    for (const port of this.#ports) this.#try(port);
  }

  #try(port: number): Attempt | undefined {
    if (this.#attempts.has(port)) return undefined;
    const attempt = new Attempt({
      port,
      socket: this.#settings.connect(`ws://localhost:${port}${bridgePath}`),
      introduction: this.#settings.introduction(),
      pairings: this.#pairings,
      takeOver: this.#takeOver,
      events: {
        unpaired: (from) => this.#waits(from),
        welcomed: (from, pairing, version) => this.#welcomed(from, pairing, version),
        refused: (from, refusal) => this.#refused(from, refusal),
        asked: (request) => this.#settings.onRequest(request),
        closed: (from) => this.#closed(from),
      },
    });
    this.#attempts.set(port, attempt);
    return attempt;
  }

  #waits(attempt: Attempt): void {
    this.#unpaired.add(attempt);
    if (this.#typed?.port === attempt.port) {
      attempt.pair(this.#typed.code);
      clearTimeout(this.#typed.timer);
      this.#typed = undefined;
    }
    if (this.#state.kind === "searching") this.#become({ kind: "unpaired" });
  }

  #welcomed(
    attempt: Attempt,
    made: { readonly id: string; readonly secret: string } | undefined,
    version: string,
  ): void {
    this.#connected = attempt;
    this.#takeOver = false;
    for (const other of this.#attempts.values()) if (other !== attempt) other.close();
    this.#attempts.clear();
    this.#attempts.set(attempt.port, attempt);
    this.#unpaired.clear();
    this.#remember(made, attempt.port);
    this.#become({ kind: "connected", port: attempt.port, version });
  }

  #remember(made: { readonly id: string; readonly secret: string } | undefined, port: number): void {
    const used = this.#pairings.find((pairing) => pairing.port === port) ?? this.#pairings[0];
    const latest = made ?? used;
    if (latest === undefined) return;
    const others = this.#pairings.filter((pairing) => pairing.port !== port && pairing.id !== latest.id);
    this.#pairings = [{ id: latest.id, secret: latest.secret, port }, ...others].slice(0, mostKept);
    this.#settings.keep(this.#pairings);
  }

  #refused(attempt: Attempt, refusal: Refusal): void {
    if (this.#unpaired.has(attempt)) this.#become({ kind: "unpaired", fault: refusal });
    else if (lasting.has(refusal.reason)) {
      this.stop();
      this.#become({ kind: "refused", refusal });
    }
  }

  #closed(attempt: Attempt): void {
    if (this.#attempts.get(attempt.port) === attempt) this.#attempts.delete(attempt.port);
    this.#unpaired.delete(attempt);
    if (this.#connected === attempt) this.start();
    else if (attempt === this.#preferred) this.#search();
    else if (this.#unpaired.size === 0 && this.#state.kind === "unpaired") this.#become({ kind: "searching" });
  }

  #become(state: PluginState): void {
    this.#state = state;
    this.#settings.onState(state);
  }
}

/** What stays so until the person does something. */
const lasting: ReadonlySet<Refusal["reason"]> = new Set(["protocol", "file_taken", "replaced", "too_many_files"]);
