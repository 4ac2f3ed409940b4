import type { WebSocket } from "ws";
import { Assembler, framesOf } from "./frames.ts";
import type { RefusalReason } from "./handshake.ts";
import { type ConnectorMessage, type PluginMessage, pluginMessageSchema } from "./messages.ts";

/** What a plugin may send of its own accord, at once and each second: a frame counts for one, and for one more by 64 KiB. */
const burst = 2_000;
const perSecond = 500;

/** Of messages that nobody has taken yet, before the connection is at its place. */
const mostWaiting = 16;

/** Beats that may stay unanswered. They are counted, since a computer that slept would seem to be late. */
const mostMissed = 3;

/** In bytes, of what the plugin's end has not taken. */
const mostUntaken = 64 * 1024 * 1024;

/** One WebSocket, whoever is at its other end: bounded, checked, and closed by itself where the other end breaks a rule. */
export class Connection {
  /** Called once, with whether the other end said that it leaves. */
  onClosed: (left: boolean) => void = () => {};
  readonly #socket: WebSocket;
  readonly #assembler = new Assembler();
  #deliver: ((message: PluginMessage) => void) | undefined;
  #waiting: PluginMessage[] = [];
  #wanted: ((message: PluginMessage | undefined) => void) | undefined;
  #allowance = burst;
  #counted = performance.now();
  #spent = 0;
  #missed = 0;
  #left = false;
  #closed = false;
  #refused = false;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (bytes, binary) => this.#take(String(bytes), binary));
    socket.on("pong", () => {
      this.#missed = 0;
    });
    // A broken rule of the protocol: `ws` has closed the connection by then.
    socket.on("error", () => {});
    socket.on("close", (code) => this.#end(code));
  }

  get open(): boolean {
    return !this.#closed;
  }

  /** Whether more may be asked of the other end, or it takes too little of what it is sent. */
  get takesMore(): boolean {
    return this.#socket.bufferedAmount < mostUntaken;
  }

  /** The next message before `deliverTo`; undefined once the connection is closed or the time is up. */
  next(milliseconds?: number): Promise<PluginMessage | undefined> {
    const message = this.#waiting.shift();
    if (message !== undefined || this.#closed) return Promise.resolve(message);
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(() => this.#give(undefined), milliseconds);
      timer?.unref();
      this.#wanted = (given) => {
        clearTimeout(timer);
        resolve(given);
      };
    });
  }

  /** From now on messages go there. */
  deliverTo(deliver: (message: PluginMessage) => void): void {
    this.#deliver = deliver;
    for (const message of this.#waiting.splice(0)) deliver(message);
  }

  /** Gives back what the last message took of the plugin's allowance, since it was asked for. */
  awaited(): void {
    this.#allowance = Math.min(burst, this.#allowance + this.#spent);
  }

  send(message: ConnectorMessage): void {
    if (this.#closed) return;
    for (const frame of framesOf(message)) this.#socket.send(frame);
  }

  /** Says why, and closes. What the other end still says is not heard. */
  refuse(reason: RefusalReason, message: string): void {
    if (this.#refused) return;
    this.send({ type: "refused", reason, message });
    this.#refused = true;
    this.#socket.close(1008, reason);
    // The other end may never answer the closing.
    setTimeout(() => this.#socket.terminate(), 2_000).unref();
  }

  /** Asks whether the other end lives, and shows it that this one does. */
  beat(): void {
    this.#missed += 1;
    if (this.#missed > mostMissed) {
      this.#socket.terminate();
      return;
    }
    this.#socket.ping();
    this.send({ type: "beat" });
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #take(text: string, binary: boolean): void {
    if (this.#closed || this.#refused) return;
    if (!this.#allows(text.length)) {
      this.refuse("too_fast", "Too many messages in a short time.");
      return;
    }
    const message = binary ? undefined : this.#read(text);
    if (message === undefined) this.refuse("malformed", "A message that this version does not know.");
    else if (message !== "incomplete") this.#pass(message);
  }

  #pass(message: PluginMessage): void {
    if (message.type === "bye") this.#left = true;
    if (this.#deliver) this.#deliver(message);
    else if (this.#wanted) this.#give(message);
    else if (this.#waiting.length < mostWaiting) this.#waiting.push(message);
    else this.refuse("too_fast", "Messages before the connection is made.");
    this.#spent = 0;
  }

  #read(text: string): PluginMessage | "incomplete" | undefined {
    try {
      const value = this.#assembler.take(text);
      return value === undefined ? "incomplete" : pluginMessageSchema.safeParse(value).data;
    } catch {
      return undefined;
    }
  }

  #allows(length: number): boolean {
    const now = performance.now();
    const cost = 1 + length / 65_536;
    this.#allowance = Math.min(burst, this.#allowance + ((now - this.#counted) / 1_000) * perSecond) - cost;
    this.#counted = now;
    this.#spent += cost;
    return this.#allowance >= 0;
  }

  #give(message: PluginMessage | undefined): void {
    const wanted = this.#wanted;
    this.#wanted = undefined;
    wanted?.(message);
  }

  #end(code: number): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#give(undefined);
    // 1000 and 1001: closed on purpose, or with the page that held it.
    this.onClosed(this.#left || code === 1000 || code === 1001);
  }
}
