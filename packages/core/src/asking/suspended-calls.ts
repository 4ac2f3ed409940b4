import { canonicalJson } from "../digest/canonical-json.ts";
import { nodeCrypto } from "../digest/node-crypto.ts";
import { Seal, type SealFault } from "../digest/seal.ts";
import type { StateStore } from "../state/state-store.ts";
import type { CallMemory } from "./call-memory.ts";

/** A person who does not answer within this many milliseconds is asked again. */
const lifetime = 10 * 60 * 1000;

/** The exact call that the host is asked for. */
export interface CallBinding {
  /** With its kind: a prompt may be called as a tool is. */
  readonly operation: string;
  /** As the host sent them. */
  readonly arguments: unknown;
  readonly principal: string;
}

interface Suspended {
  readonly once: string;
  readonly memory: CallMemory;
}

/** Hands a call's memory to the host and takes it back: each good for that one call, by one caller, once, for ten minutes. */
export class SuspendedCalls {
  readonly #seal = new Seal(lifetime);
  readonly #store: StateStore;

  constructor(store: StateStore) {
    this.#store = store;
  }

  /** A text that the host returns with the answers. */
  suspend(memory: CallMemory, binding: CallBinding): string {
    const once = nodeCrypto().randomBytes(16).toString("base64url");
    return this.#seal.close({ once, memory } satisfies Suspended, bound(binding));
  }

  /** What was handed out for this very call, or what is wrong with it. */
  async resume(
    sealed: string,
    binding: CallBinding,
  ): Promise<{ readonly memory: CallMemory } | { readonly fault: SealFault | "used" }> {
    const opened = this.#seal.open(sealed, bound(binding));
    if ("fault" in opened) return opened;
    const { once, memory } = opened.value as Suspended;
    return (await this.#store.claim(`suspended ${once}`, lifetime)) ? { memory } : { fault: "used" };
  }
}

function bound({ operation, arguments: sent, principal }: CallBinding): unknown {
  return [operation, canonicalJson(sent ?? {}), principal];
}
