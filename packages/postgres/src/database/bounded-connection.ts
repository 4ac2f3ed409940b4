import type { Duplex } from "node:stream";
import pg from "pg";

/** What `pg` hands its messages to, and its types leave out. */
interface Internals {
  attachListeners(stream: Pick<Duplex, "on">): void;
  _send(message: Buffer): boolean;
}

const internals = pg.Connection.prototype as unknown as Internals;

/** The code and the length that every message of the protocol begins with. */
const headerLength = 5;

/**
 * A connection that takes no single message above a bound. `pg` gathers a message whole before it hands it on, so that one
 * row with a gigabyte in it would cost the process as much, twice; here the connection ends instead.
 */
export class BoundedConnection extends pg.Connection {
  readonly #longest: number;
  #gathered: Buffer[] | undefined;

  /** @param longest bytes of one message, such as a row */
  constructor(longest: number, config: pg.ConnectionConfig) {
    super(config);
    this.#longest = longest;
  }

  /** Called by `pg` once for the stream that carries the protocol: the socket, or what TLS made of it. */
  attachListeners(stream: Duplex): void {
    const lengths = new MessageLengths(this.#longest);
    const bounded = {
      on: (event: string, listener: (chunk: Buffer) => void) => {
        if (event !== "data") return stream.on(event, listener);
        return stream.on("data", (chunk: Buffer) => {
          if (lengths.admit(chunk)) listener(chunk);
          else if (!stream.destroyed) stream.destroy(messageTooLong());
        });
      },
    } as Pick<Duplex, "on">;
    internals.attachListeners.call(this, bounded);
  }

  /** Sends what is sent meanwhile in one write, and so mostly in one packet. Returns it. */
  sendTogether(send: () => void): Buffer {
    this.#gathered = [];
    send();
    const messages = this.#gathered;
    this.#gathered = undefined;
    const bytes = Buffer.concat(messages);
    internals._send.call(this, bytes);
    return bytes;
  }

  /** Called by `pg` with each message. */
  _send(message: Buffer): boolean {
    if (this.#gathered === undefined) return internals._send.call(this, message);
    this.#gathered.push(message);
    return true;
  }
}

/** How a message that is too long is told from other ends of a connection. */
export const messageTooLongCode = "DRAWBRIDGE_MESSAGE_TOO_LONG";

function messageTooLong(): Error {
  return Object.assign(new Error("A message of the server was longer than this process takes"), {
    code: messageTooLongCode,
  });
}

/** Follows the messages of a stream by their lengths alone, however they are cut into chunks. */
class MessageLengths {
  readonly #longest: number;
  readonly #header = Buffer.alloc(headerLength);
  #headerFilled = 0;
  #bodyLeft = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Whether all messages that begin in the chunk are within the bound. */
  admit(chunk: Buffer): boolean {
    let at = 0;
    while (at < chunk.length) {
      if (this.#bodyLeft > 0) {
        const taken = Math.min(this.#bodyLeft, chunk.length - at);
        this.#bodyLeft -= taken;
        at += taken;
        continue;
      }
      if (this.#headerFilled === 0 && chunk.length - at >= headerLength) {
        if (!this.#begins(chunk, at)) return false;
        at += headerLength;
        continue;
      }
      const copied = chunk.copy(this.#header, this.#headerFilled, at, at + headerLength - this.#headerFilled);
      this.#headerFilled += copied;
      at += copied;
      if (this.#headerFilled < headerLength) return true;
      this.#headerFilled = 0;
      if (!this.#begins(this.#header, 0)) return false;
    }
    return true;
  }

  #begins(bytes: Buffer, at: number): boolean {
    // The length counts itself.
    this.#bodyLeft = bytes.readUInt32BE(at + 1) - 4;
    return this.#bodyLeft <= this.#longest;
  }
}
