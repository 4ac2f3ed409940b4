import { nodeCrypto } from "./node-crypto.ts";

const signatureBytes = 16;

/** Why a sealed text does not open. */
export type SealFault = "forged" | "expired";

/**
 * Hands a value to the caller and takes it back unchanged: signed with a key of this process, bound to what it belongs
 * to, good for a time. The caller can read it; secrets do not belong in it.
 */
export class Seal {
  readonly #lifetime: number;
  #key: Buffer | undefined;

  /** @param lifetime milliseconds */
  constructor(lifetime: number) {
    this.#lifetime = lifetime;
  }

  /** @param binding what the value is good for; the same must be given to open it */
  close(value: unknown, binding: unknown): string {
    const payload = Buffer.from(JSON.stringify({ value, expires: Date.now() + this.#lifetime }));
    return Buffer.concat([this.#sign(payload, binding), payload]).toString("base64url");
  }

  open(sealed: string, binding: unknown): { readonly value: unknown } | { readonly fault: SealFault } {
    const bytes = Buffer.from(sealed, "base64url");
    const payload = bytes.subarray(signatureBytes);
    const signature = bytes.subarray(0, signatureBytes);
    // Buffer passes over what is not base64url, so that an altered text could still be read.
    const isWhole = signature.length === signatureBytes && bytes.toString("base64url") === sealed;
    if (!isWhole || !nodeCrypto().timingSafeEqual(signature, this.#sign(payload, binding))) return { fault: "forged" };
    const { value, expires } = JSON.parse(payload.toString()) as { value: unknown; expires: number };
    return Date.now() > expires ? { fault: "expired" } : { value };
  }

  #sign(payload: Buffer, binding: unknown): Buffer {
    const { createHmac, randomBytes } = nodeCrypto();
    this.#key ??= randomBytes(32);
    const hmac = createHmac("sha256", this.#key).update(JSON.stringify(binding)).update("\0").update(payload);
    return hmac.digest().subarray(0, signatureBytes);
  }
}
