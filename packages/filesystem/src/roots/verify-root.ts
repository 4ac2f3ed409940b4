import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { nearest, UsageError } from "@drawbridge/core";

/** Throws `UsageError` for a root that is no directory or cannot be read, naming the nearest one that is. */
export function verifyRoot(path: string): void {
  let isDirectory: boolean;
  try {
    isDirectory = statSync(path).isDirectory();
    if (isDirectory) readdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EPERM") throw new UsageError(`the root ${path} may not be read by this user`);
    throw new UsageError(`the root ${path} does not exist; ${nearestFolder(path)}`);
  }
  if (!isDirectory) throw new UsageError(`the root ${path} is a file; did you mean its folder ${dirname(path)}?`);
}

function nearestFolder(path: string): string {
  const parent = dirname(path);
  let folders: string[];
  try {
    folders = readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return parent === path ? "give a folder" : nearestFolder(parent);
  }
  const meant = nearest(basename(path), folders);
  return meant === undefined ? `the nearest folder is ${parent}` : `did you mean ${join(parent, meant)}?`;
}
