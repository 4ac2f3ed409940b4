import type { KiwiNode } from "./kiwi.ts";

/** What the name of a variant says, `Size=Large, State=Hover`. */
export function variantValuesOf({ name = "" }: KiwiNode): Array<readonly [string, string]> {
  return name.split(",").flatMap((part) => {
    const at = part.indexOf("=");
    return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const];
  });
}

/** The variant that stands for the set: the topmost, and of those the leftmost. */
export function defaultVariantOf(variants: readonly KiwiNode[]): KiwiNode | undefined {
  const place = ({ transform }: KiwiNode) => [transform?.m12 ?? 0, transform?.m02 ?? 0] as const;
  return [...variants].sort((a, b) => {
    const [[top, left], [otherTop, otherLeft]] = [place(a), place(b)];
    return top - otherTop || left - otherLeft;
  })[0];
}
