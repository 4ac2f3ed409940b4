import { sep } from "node:path";

/** What an address would take for something else, or what would be shown in another form than its own. */
const notItself = /[^\p{L}\p{N}\p{P}\p{S}]|[%?#|\\⟦⟧\u115F\u1160\u3164\uFFA0]/gu;

/** A path as it stands in an address behind `file://`: legible, and exact to the character once it is decoded. */
export function inAddress(path: string): string {
  return path
    .split(sep)
    .map((name) => name.replace(notItself, encodeURIComponent))
    .join("/");
}
