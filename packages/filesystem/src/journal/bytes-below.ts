import { lstatSync, readdirSync } from "node:fs";

/** Bytes of a file, or of all files in a folder. A name that is not UTF-8 is passed over. */
export function bytesBelow(path: string): number {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return stats?.size ?? 0;
  return readdirSync(path).reduce((sum, name) => sum + bytesBelow(`${path}/${name}`), 0);
}
