import { nodeCrypto } from "../digest/node-crypto.ts";
import { ConnectorError } from "../errors/connector-error.ts";

const lifetime = 60 * 60 * 1000;
const signatureBytes = 16;

/** What a cursor is good for: one tool, one set of arguments, one caller. */
export interface CursorBinding {
  readonly tool: string;
  readonly principal: string;
  /** The arguments without the cursor itself. */
  readonly input: unknown;
}

/** Makes and opens cursors: opaque to the caller, signed, bound to the call that they continue, good for an hour. */
export class CursorSeal {
  #key: Buffer | undefined;

  seal(place: unknown, binding: CursorBinding): string {
    const payload = Buffer.from(JSON.stringify({ place, expires: Date.now() + lifetime }));
    return Buffer.concat([this.#sign(payload, binding), payload]).toString("base64url");
  }

  /** The sealed place. Throws `invalid_input` for a cursor that is forged, altered, expired or of another call. */
  open(cursor: string, binding: CursorBinding): unknown {
    const bytes = Buffer.from(cursor, "base64url");
    const payload = bytes.subarray(signatureBytes);
    const signature = bytes.subarray(0, signatureBytes);
    if (
      signature.length !== signatureBytes ||
      // Buffer passes over what is not base64url, so that an altered cursor could still be read.
      bytes.toString("base64url") !== cursor ||
      !nodeCrypto().timingSafeEqual(signature, this.#sign(payload, binding))
    ) {
      throw new ConnectorError(
        "invalid_input",
        "This cursor does not belong to this call. Pass nextCursor of the previous answer unchanged, with the same " +
          "arguments otherwise; or leave cursor out to start anew.",
      );
    }
    const { place, expires } = JSON.parse(payload.toString()) as { place: unknown; expires: number };
    if (Date.now() > expires) {
      throw new ConnectorError("invalid_input", "This cursor is over an hour old. Leave cursor out to start anew.");
    }
    return place;
  }

  #sign(payload: Buffer, binding: CursorBinding): Buffer {
    const { createHmac, randomBytes } = nodeCrypto();
    this.#key ??= randomBytes(32);
    const bound = JSON.stringify([binding.tool, binding.principal, binding.input]);
    return createHmac("sha256", this.#key)
      .update(bound)
      .update("\0")
      .update(payload)
      .digest()
      .subarray(0, signatureBytes);
  }
}
