import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A folder's path free of links, whether it is there already or not. */
export function realFolder(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realFolder(above), basename(path));
  }
}
