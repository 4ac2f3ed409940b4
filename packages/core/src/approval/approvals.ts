import { canonicalJson } from "../digest/canonical-json.ts";
import { nodeCrypto } from "../digest/node-crypto.ts";
import { Seal } from "../digest/seal.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { StateStore } from "../state/state-store.ts";

/** A person who does not answer within this many milliseconds is asked again. */
const lifetime = 10 * 60 * 1000;

/** The exact call that a person is asked about. */
export interface ApprovalBinding {
  readonly operation: string;
  /** As the host sent them. */
  readonly arguments: unknown;
  readonly principal: string;
}

/** What a person was asked about. */
export interface Approved {
  /** The call's reference, which it keeps through the asking. */
  readonly call: string;
  /** Of what they were shown. */
  readonly stateDigest: string | undefined;
}

interface Question {
  /** The call's reference, which it keeps through the asking. */
  readonly call: string;
  readonly once: string;
  readonly stateDigest: string | null;
}

/** Makes and redeems approvals: each good for one call, as it was shown, by one caller, once, for ten minutes. */
export class Approvals {
  readonly #seal = new Seal(lifetime);
  readonly #store: StateStore;

  constructor(store: StateStore) {
    this.#store = store;
  }

  /**
   * A text that the host returns with the person's answer.
   *
   * @param stateDigest of the tool's plan; undefined for a tool that has none
   */
  ask(binding: ApprovalBinding, call: string, stateDigest: string | undefined): string {
    const once = nodeCrypto().randomBytes(16).toString("base64url");
    const question: Question = { call, once, stateDigest: stateDigest ?? null };
    return this.#seal.close(question, bound(binding));
  }

  /**
   * Uses it up. Throws `refused` for an answer to another call, a second use, or one that came too late: nothing is done
   * for it, not even a look at what the call would change.
   */
  async redeem(sealed: string, binding: ApprovalBinding): Promise<Approved> {
    const opened = this.#seal.open(sealed, bound(binding));
    if ("fault" in opened) throw refused(opened.fault === "expired" ? "came after ten minutes" : "is not of this call");
    const { call, once, stateDigest } = opened.value as Question;
    if (!(await this.#store.claim(`approval ${once}`, lifetime))) throw refused("was used before");
    return { call, stateDigest: stateDigest ?? undefined };
  }
}

function bound({ operation, arguments: sent, principal }: ApprovalBinding): unknown {
  return [operation, canonicalJson(sent ?? {}), principal];
}

function refused(why: string): ConnectorError {
  return new ConnectorError("refused", `The approval ${why}. Call again without it to have the person asked anew.`);
}
