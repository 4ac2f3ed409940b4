import { nodeCrypto } from "../digest/node-crypto.ts";

/** How every placeholder begins. A text that only looks so has its bracket shown as an escape by the fence. */
export const placeholderStart = "⟦redacted ";

let tag: string | undefined;

/**
 * What stands where a secret stood. It carries a tag that is made anew in each process, which no text from outside can
 * know: it cannot be forged.
 */
export function placeholder(kind: string): string {
  return `${placeholderStart}${kind} ${placeholderTag()}⟧`;
}

/** Eight hexadecimal digits, the same as long as this process runs. */
export function placeholderTag(): string {
  tag ??= nodeCrypto().randomBytes(4).toString("hex");
  return tag;
}
