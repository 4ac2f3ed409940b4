import { compileGlob } from "@drawbridge/core";
import type { ChangedFile } from "./changed-file.ts";

/** The files that a path or a glob means, by the name that they have or had; all without one. */
export function matching(files: readonly ChangedFile[], path: string | undefined): readonly ChangedFile[] {
  if (path === undefined) return files;
  const matches = compileGlob(path);
  return files.filter(({ filename, previous_filename: before }) =>
    [filename, before ?? filename].some((name) => name === path || matches(name.split("/"))),
  );
}
