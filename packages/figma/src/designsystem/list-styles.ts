import type { FigmaDocument } from "../documents/figma-document.ts";
import { cssValue } from "../tokens/css-value.ts";
import type { TokenValue } from "../tokens/token.ts";
import { tokenGroups } from "../tokens/token-groups.ts";
import { type Listed, listed } from "./listed.ts";
import type { Usage } from "./usage.ts";

/** The styles of a design with what they are, as CSS has it; variables that they are bound to by name. */
export function listStyles(document: FigmaDocument, { uses }: Usage): readonly Listed[] {
  const tokens = new Map(
    tokenGroups(document)
      .groups.flatMap((group) => group.tokens)
      .map((token) => [token.key, token]),
  );
  const ref = ({ ref: key }: { readonly ref: string }) => `{${tokens.get(key)?.name ?? key}}`;
  const told = (value: TokenValue | undefined) => (value === undefined ? undefined : cssValue(value, ref));
  return Object.entries(document.styles).map(([id, { name, key, styleType, description, remote }]) =>
    listed({
      name,
      id,
      key,
      type: styleType.toLowerCase(),
      value: told(tokens.get(id)?.values[0]),
      description,
      uses: uses.get(id) ?? 0,
      remote,
    }),
  );
}
