import { existsSync, lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** Far more than anybody chains on purpose; what goes in a circle ends here. */
const mostLinks = 16;

/**
 * Where a path leads through its symbolic links, also when nothing is there yet: what stands beside a file, its lock
 * above all, must be the same by whatever name the file is called.
 */
export function realPlace(path: string, links = mostLinks): string {
  if (existsSync(path)) return realpathSync(path);
  const folder = existsSync(dirname(path)) ? realpathSync(dirname(path)) : dirname(path);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (isLink && links > 0) return realPlace(resolve(folder, readlinkSync(path)), links - 1);
  return join(folder, basename(path));
}
