import { randomInt, timingSafeEqual } from "node:crypto";
import { bridgePorts } from "./bridge-ports.ts";

/** Letters and digits that nobody takes for each other. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const letters = 6;
const mostTries = 5;
const goodFor = 10 * 60_000;

/** After a code was spoilt the next one is taken only after a while, which doubles each time: nobody tries out many. */
const firstPause = 5_000;
const longestPause = 5 * 60_000;

export type CodeVerdict =
  | { readonly right: true }
  | { readonly right: false; readonly why: CodeFault; readonly triesLeft: number };
export type CodeFault = "wrong_code" | "code_expired" | "too_many_tries";

/**
 * The code by which a person says that a plugin is theirs: `3-K7QM4X`. Its digit tells at which of the ports it is good, the rest is chance.
 * It is good once, for ten minutes and five tries.
 */
export class PairingCode {
  readonly #digit: string;
  readonly #now: () => number;
  #code = "";
  #made = 0;
  #tries = 0;
  #spoilt = 0;
  #closedUntil = 0;

  constructor(port: number, now: () => number = Date.now) {
    // A port beside the fixed ones is for tests: no plugin looks there.
    this.#digit = String(Math.max(0, bridgePorts.indexOf(port)));
    this.#now = now;
    this.#renew();
  }

  /** The code to show; a new one where the last is too old. */
  get shown(): string {
    if (this.#now() - this.#made > goodFor) this.#renew();
    return this.#code;
  }

  /** Tries what somebody typed; spaces, hyphens and the letters' case do not matter. */
  try(typed: string): CodeVerdict {
    if (this.#now() < this.#closedUntil) return { right: false, why: "too_many_tries", triesLeft: 0 };
    if (this.#now() - this.#made > goodFor) {
      this.#renew();
      return { right: false, why: "code_expired", triesLeft: mostTries };
    }
    if (same(plain(typed), plain(this.#code))) {
      this.#spoilt = 0;
      this.#renew();
      return { right: true };
    }
    this.#tries += 1;
    if (this.#tries < mostTries) return { right: false, why: "wrong_code", triesLeft: mostTries - this.#tries };
    this.#closedUntil = this.#now() + Math.min(longestPause, firstPause * 2 ** this.#spoilt);
    this.#spoilt += 1;
    this.#renew();
    return { right: false, why: "too_many_tries", triesLeft: 0 };
  }

  #renew(): void {
    const chosen = Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)]);
    this.#code = `${this.#digit}-${chosen.join("")}`;
    this.#made = this.#now();
    this.#tries = 0;
  }
}

function plain(code: string): Buffer {
  return Buffer.from(code.replace(/[\s-]/g, "").toUpperCase());
}

function same(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
