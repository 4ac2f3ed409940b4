import { sep } from "node:path";

/** The names of an absolute path, from the top. A backslash is one of Windows's separators, and elsewhere part of a name. */
export function namesOf(path: string): string[] {
  return path.split(sep === "\\" ? /[\\/]/ : sep).filter((name) => name !== "");
}
