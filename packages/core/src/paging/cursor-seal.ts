import { canonicalJson } from "../digest/canonical-json.ts";
import { Seal } from "../digest/seal.ts";
import { ConnectorError } from "../errors/connector-error.ts";

const lifetime = 60 * 60 * 1000;

/** What a cursor is good for: one tool, one set of arguments, one caller. */
export interface CursorBinding {
  readonly tool: string;
  readonly principal: string;
  /** As they were sent, without the cursor itself. */
  readonly arguments: unknown;
}

/** Makes and opens cursors: signed, bound to the call that they continue, good for an hour. */
export class CursorSeal {
  readonly #seal = new Seal(lifetime);

  seal(place: unknown, binding: CursorBinding): string {
    return this.#seal.close(place, bound(binding));
  }

  /** The sealed place. Throws `invalid_input` for a cursor that is forged, altered, expired or of another call. */
  open(cursor: string, binding: CursorBinding): unknown {
    const opened = this.#seal.open(cursor, bound(binding));
    if (!("fault" in opened)) return opened.value;
    throw new ConnectorError(
      "invalid_input",
      opened.fault === "expired"
        ? "This cursor is over an hour old. Leave cursor out to start anew."
        : "This cursor does not belong to this call. Pass nextCursor of the previous answer unchanged, with the same " +
            "arguments otherwise; or leave cursor out to start anew.",
    );
  }
}

function bound({ tool, principal, arguments: sent }: CursorBinding): unknown {
  return [tool, principal, canonicalJson(sent)];
}
