import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, randomBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { Assembler, framesOf } from "../frames.ts";
import { type Hello, protocols, type RefusalReason } from "../handshake.ts";
import { type ConnectorMessage, connectorMessageSchema, type PluginMessage } from "../messages.ts";
import type { KeptPairing } from "../plugin-thread.ts";
import { proofText } from "../proof-text.ts";
import type { Request } from "../requests.ts";

/** What of a browser's WebSocket is used. */
export interface Socket {
  readonly bufferedAmount: number;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  send(text: string): void;
  close(): void;
}

/** What a plugin says of itself; the rest of its greeting belongs to the connection. */
export type Introduction = Omit<Hello, "type" | "protocols" | "pairing" | "nonce" | "takeOver">;

export interface Refusal {
  readonly reason: RefusalReason;
  readonly message: string;
  readonly triesLeft?: number | undefined;
}

interface AttemptEvents {
  /** The connector wants the code. */
  unpaired(attempt: Attempt): void;
  welcomed(
    attempt: Attempt,
    pairing: { readonly id: string; readonly secret: string } | undefined,
    version: string,
  ): void;
  refused(attempt: Attempt, refusal: Refusal): void;
  asked(request: Request): void;
  closed(attempt: Attempt): void;
}

interface AttemptSettings {
  readonly port: number;
  readonly socket: Socket;
  readonly introduction: Introduction;
  /** The one that was used last comes first. */
  readonly pairings: readonly KeptPairing[];
  readonly takeOver: boolean;
  readonly events: AttemptEvents;
}

/** One connection of a plugin's page to one port, from its greeting on. */
export class Attempt {
  readonly port: number;
  /** When something was heard of the connector last. */
  heard = Date.now();
  readonly #settings: AttemptSettings;
  readonly #assembler = new Assembler();
  readonly #nonce = bytesToHex(randomBytes(16));
  readonly #pairing: KeptPairing | undefined;
  /** What the connector has shown: only who proved the pairing, or was given the code, may welcome, and only who welcomed may ask. */
  #trust: "none" | "earned" | "welcomed" = "none";
  #closed = false;

  constructor(settings: AttemptSettings) {
    this.#settings = settings;
    this.port = settings.port;
    this.#pairing = settings.pairings.find(({ port }) => port === settings.port) ?? settings.pairings[0];
    const { socket } = settings;
    socket.onopen = () => this.#greet();
    socket.onmessage = ({ data }: { readonly data: unknown }) => this.#take(String(data));
    // A browser tells an error and then that it closed.
    socket.onclose = () => this.#end();
  }

  get buffered(): number {
    return this.#settings.socket.bufferedAmount;
  }

  pair(code: string): void {
    this.#trust = "earned";
    this.send({ type: "pair", code: code.slice(0, 32) });
  }

  send(message: PluginMessage): void {
    if (this.#closed) return;
    for (const frame of framesOf(message)) this.#settings.socket.send(frame);
  }

  /** Closes, and tells nobody. */
  close(): void {
    this.#closed = true;
    this.#settings.socket.close();
  }

  #greet(): void {
    const { introduction, takeOver } = this.#settings;
    const pairing = this.#pairing === undefined ? {} : { pairing: this.#pairing.id };
    this.send({
      type: "hello",
      protocols,
      ...introduction,
      ...pairing,
      nonce: this.#nonce,
      ...(takeOver ? { takeOver } : {}),
    });
  }

  #take(text: string): void {
    if (this.#closed) return;
    this.heard = Date.now();
    const message = this.#read(text);
    // What is no connector of ours, or breaks the rules, is left.
    if (message === undefined) this.#fail();
    else if (message !== "incomplete") this.#answer(message);
  }

  #read(text: string): ConnectorMessage | "incomplete" | undefined {
    try {
      const value = this.#assembler.take(text);
      return value === undefined ? "incomplete" : connectorMessageSchema.safeParse(value).data;
    } catch {
      return undefined;
    }
  }

  #answer(message: ConnectorMessage): void {
    const { events } = this.#settings;
    switch (message.type) {
      case "beat":
        break;
      case "pair_first":
        events.unpaired(this);
        break;
      case "challenge":
        this.#prove(message);
        break;
      case "welcome":
        this.#welcome(message);
        break;
      case "refused":
        events.refused(this, message);
        break;
      default:
        if (this.#trust === "welcomed") events.asked(message);
        else this.#fail();
    }
  }

  #welcome({ pairing, version }: Extract<ConnectorMessage, { type: "welcome" }>): void {
    if (this.#trust !== "earned") {
      this.#fail();
      return;
    }
    this.#trust = "welcomed";
    this.#settings.events.welcomed(this, pairing, version);
  }

  /** Who does not prove to know the secret is another program at a port of the connector's. */
  #prove({ nonce, proof }: { readonly nonce: string; readonly proof: string }): void {
    const { secret } = this.#pairing ?? {};
    if (secret === undefined || proof !== prover(secret, proofText("connector", this.port, this.#nonce, nonce))) {
      this.#fail();
      return;
    }
    this.#trust = "earned";
    this.send({ type: "proof", proof: prover(secret, proofText("plugin", this.port, nonce, this.#nonce)) });
  }

  #fail(): void {
    this.#settings.socket.close();
    this.#end();
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#settings.events.closed(this);
  }
}

function prover(secret: string, text: string): string {
  return bytesToHex(hmac(sha256, hexToBytes(secret), utf8ToBytes(text)));
}
