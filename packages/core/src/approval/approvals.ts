import { nodeCrypto } from "../digest/node-crypto.ts";
import { Seal } from "../digest/seal.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { StateStore } from "../state/state-store.ts";

/** A person who does not answer within this many milliseconds is asked again. */
const lifetime = 10 * 60 * 1000;

/** The exact call that a person is asked about. */
export interface ApprovalBinding {
  readonly operation: string;
  readonly input: unknown;
  readonly principal: string;
  /** Of the tool's plan; undefined for a tool that has none. */
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

  /** A text that the host returns with the person's answer. */
  ask(binding: ApprovalBinding, call: string): string {
    const once = nodeCrypto().randomBytes(16).toString("base64url");
    const question: Question = { call, once, stateDigest: binding.stateDigest ?? null };
    return this.#seal.close(question, bound(binding));
  }

  /**
   * The reference of the call that the person was asked about. Throws `refused` for an answer to another call, a second
   * use, or one that came too late, and `conflict` when what was shown is no longer so.
   */
  async redeem(sealed: string, binding: ApprovalBinding): Promise<string> {
    const opened = this.#seal.open(sealed, bound(binding));
    if ("fault" in opened) throw refused(opened.fault === "expired" ? "came after ten minutes" : "is not of this call");
    const { call, once, stateDigest } = opened.value as Question;
    if (!(await this.#store.claim(`approval ${once}`, lifetime))) throw refused("was used before");
    if (stateDigest === (binding.stateDigest ?? null)) return call;
    throw new ConnectorError(
      "conflict",
      "What the person approved is no longer what would happen: it changed meanwhile. Call again to have them asked anew.",
    );
  }
}

function bound({ operation, input, principal }: ApprovalBinding): unknown {
  return [operation, input, principal];
}

function refused(why: string): ConnectorError {
  return new ConnectorError("refused", `The approval ${why}. Call again without it to have the person asked anew.`);
}
