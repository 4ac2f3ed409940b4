import type { ConnectorError } from "../errors/connector-error.ts";
import { Gate } from "./gate.ts";

/** With more gates than this, those that nobody is at are forgotten. */
const mostKept = 256;

/** A gate for each principal: none waits behind another's calls. */
export class Gates {
  readonly #gates = new Map<string, Gate>();
  readonly #places: number;
  readonly #patience: number;

  /**
   * @param places calls of one principal that run at once
   * @param patience milliseconds that a call may wait
   */
  constructor(places: number, patience: number) {
    this.#places = places;
    this.#patience = patience;
  }

  of(principal: string): Gate {
    const known = this.#gates.get(principal);
    if (known !== undefined) return known;
    if (this.#gates.size >= mostKept) this.#forgetIdle();
    const gate = new Gate(this.#places, this.#patience);
    this.#gates.set(principal, gate);
    return gate;
  }

  /** Sends away all who wait. */
  clear(error: ConnectorError): void {
    for (const gate of this.#gates.values()) gate.clear(error);
  }

  #forgetIdle(): void {
    for (const [principal, gate] of this.#gates) if (gate.isIdle) this.#gates.delete(principal);
  }
}
