import { statSync } from "node:fs";
import { UsageError } from "@drawbridge/core";

/** The one file that a command was given. Throws `UsageError` where that is no file. */
export function assertLog([file, ...more]: readonly string[], command: string): string {
  if (file === undefined || more.length > 0) {
    throw new UsageError(`${command} takes one file, the one that a server was given with --audit-log`);
  }
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`${file} does not exist`);
  if (!stats.isFile()) throw new UsageError(`${file} is not a file`);
  return file;
}
