import { createHmac } from "node:crypto";
import type { MaskKind } from "./trace.ts";

/** Characters of a hash: enough that no two values meet. */
const hashLength = 24;

/** How much of a value is shown at most, and how long one must be for each character that is. */
const [mostShown, longPerShown] = [4, 4];

/** What is shown in place of a value. */
export function maskValue(value: string, kind: MaskKind, key: string): string | null {
  if (kind === "null") return null;
  if (kind === "hash") return `hash:${createHmac("sha256", key).update(value).digest("hex").slice(0, hashLength)}`;
  const characters = [...value];
  const shown = Math.min(mostShown, Math.floor(characters.length / longPerShown));
  // Of a short value even its end would tell too much.
  return `…${shown < 2 ? "" : characters.slice(-shown).join("")}`;
}
