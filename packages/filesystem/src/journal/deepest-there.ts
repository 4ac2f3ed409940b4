import { existsSync } from "node:fs";
import { dirname } from "node:path";

/** A path, or the deepest above it at which something stands. */
export function deepestThere(path: string): string {
  const above = dirname(path);
  return above === path || existsSync(path) ? path : deepestThere(above);
}
