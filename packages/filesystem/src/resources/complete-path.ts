import type { Files } from "../files.ts";
import { pathsBeginning } from "../paths/paths-beginning.ts";
import { inAddress } from "./in-address.ts";

/** Paths that begin as what was typed, as they stand in an address, in which some characters mean something else. */
export function completePath(files: Files, typedInAddress: string): string[] {
  return pathsBeginning(files, decoded(typedInAddress)).map(inAddress);
}

/** A percent sign that begins no escape is the person's own. */
function decoded(typed: string): string {
  try {
    return decodeURIComponent(typed);
  } catch {
    return typed;
  }
}
