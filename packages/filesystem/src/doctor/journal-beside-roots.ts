import { statSync } from "node:fs";
import { sep } from "node:path";
import type { Finding } from "@drawbridge/core";
import { realFolder } from "../paths/real-folder.ts";
import type { GrantedRoot } from "./granted-root.ts";

/**
 * Roots that the journal lies in, or that lie on another disk than it.
 *
 * @param journal its real path
 * @param there the deepest folder on the way to it that is there
 */
export function* journalBesideRoots(journal: string, there: string, roots: readonly GrantedRoot[]): Generator<Finding> {
  const { dev } = statSync(there);
  for (const { path } of roots) {
    const stats = statSync(path, { throwIfNoEntry: false });
    // That it is not there has been told.
    if (stats === undefined) continue;
    if (isInside(journal, realFolder(path)))
      yield {
        level: "note",
        title: `The journal lies inside the root ${path}, and is kept shut: no tool reads or changes it`,
      };
    if (stats.dev !== dev) yield otherDisk(path);
  }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function otherDisk(path: string): Finding {
  return {
    level: "note",
    title: `The journal lies on another disk than the root ${path}`,
    detail: "What is deleted there is copied into the journal, which takes time and room in proportion to its size",
    remedy: "--journal <dir>, with a folder on the same disk, where large files are deleted",
  };
}
