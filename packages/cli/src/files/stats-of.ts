import { lstatSync, type Stats, statSync } from "node:fs";

/** What the system says of a file, behind links or of the link itself; undefined where nothing is there, or can be. */
export function statsOf(path: string, of: "file" | "link" = "file"): Stats | undefined {
  try {
    return of === "file" ? statSync(path) : lstatSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
