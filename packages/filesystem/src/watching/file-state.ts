import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../files.ts";

/** What the system says where there is no file that could be read: gone, behind a file, in a circle of links, shut. */
const absent: ReadonlySet<string | undefined> = new Set(["ENOENT", "ENOTDIR", "ELOOP", "EACCES", "EPERM", "ESTALE"]);

/**
 * What tells one state of a file from the next, or undefined where nothing can be read: nothing stands there, no file
 * does, or the path now leads to what is not served, of which nothing is told, not even that it changes. Reached as for
 * reading, but opens nothing. Throws the system's other errors.
 *
 * @param path as the person's system has it, without visible escapes
 */
export function fileState(files: Files, path: string): string | undefined {
  try {
    using found = files.walkTo(files.locate(path), true);
    const { entry } = found;
    if (entry === undefined || !entry.stats.isFile() || files.denies(found)) return undefined;
    const { dev, ino, size, mtimeNs, ctimeNs } = entry.stats;
    return [dev, ino, size, mtimeNs, ctimeNs].join();
  } catch (error) {
    if (ConnectorError.is(error) || absent.has((error as NodeJS.ErrnoException).code)) return undefined;
    throw error;
  }
}
