import type { Reply } from "../messages.ts";

/** In bytes that the connector has not taken: beyond it, what can be told later is. */
const enough = 4 * 1024 * 1024;
const pause = 100;

/** Holds back what need not be told one by one while the connector takes too little: only that something changed is kept of it. */
export class HeldChanges {
  readonly #send: (reply: Reply) => void;
  #latest: Extract<Reply, { type: "changed" }> | undefined;

  constructor(send: (reply: Reply) => void) {
    this.#send = send;
  }

  /** Whether the reply is held back, or dropped. */
  hold(reply: Reply, buffered: number): boolean {
    if (buffered < enough || (reply.type !== "changed" && reply.type !== "progress")) return false;
    if (reply.type === "progress") return true;
    if (this.#latest === undefined) setTimeout(() => this.#flush(), pause);
    this.#latest = { ...reply, nodes: [], more: true };
    return true;
  }

  #flush(): void {
    const latest = this.#latest;
    this.#latest = undefined;
    if (latest !== undefined) this.#send(latest);
  }
}
