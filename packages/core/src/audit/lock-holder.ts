import { readLock } from "./read-lock.ts";
import { realPlace } from "./real-place.ts";

/** The process that keeps `<file>.lock`; undefined when nobody does, or one that is gone. */
export function lockHolder(file: string): number | "unknown" | undefined {
  return readLock(`${realPlace(file)}.lock`)?.holder;
}
