import type { Notification } from "./notification.ts";

/** The newest that are kept of a channel. A payload has at most 8000 bytes (PostgreSQL manual, NOTIFY). */
const mostKept = 100;

/** A time in which nobody listened, so that notifications were lost. */
interface Gap {
  readonly from: string;
  readonly to: string;
}

/** The latest notifications of one channel, and who wants to hear of new ones. */
export class Channel {
  readonly name: string;
  readonly #kept: Notification[] = [];
  readonly #listeners = new Set<() => void>();
  #sequence = 0;
  #gap: Gap | undefined;

  constructor(name: string) {
    this.name = name;
  }

  add(pid: number, payload: string): void {
    this.#sequence += 1;
    this.#kept.push({ sequence: this.#sequence, time: new Date().toISOString(), pid, payload });
    if (this.#kept.length > mostKept) this.#kept.shift();
    this.#tell();
  }

  /** The connection was gone for a while. */
  missed(from: Date): void {
    this.#gap = { from: from.toISOString(), to: new Date().toISOString() };
    this.#tell();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** For who reads it. */
  toJSON(): Record<string, unknown> {
    const dropped = this.#sequence - this.#kept.length;
    return {
      channel: this.name,
      ...(dropped > 0 ? { older: `${dropped} older ones are not kept` } : {}),
      ...(this.#gap === undefined
        ? {}
        : { missed: `those sent from ${this.#gap.from} to ${this.#gap.to}, when the connection was gone` }),
      notifications: this.#kept,
    };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
