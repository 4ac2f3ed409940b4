import { join } from "node:path";
import { type Access, chooseContainment } from "@drawbridge/core";
import { afterAll } from "vitest";
import { Files } from "../../src/files.ts";
import { GuardedPlaces } from "../../src/guarding/guarded-places.ts";
import { protectedGlobs } from "../../src/guarding/protected-globs.ts";
import { secretGlobs } from "../../src/guarding/secret-globs.ts";
import { openRoots } from "../../src/roots/open-roots.ts";
import { temporaryFolder } from "./temporary-folder.ts";

interface Opening {
  /** Of every root; `read` without it. */
  readonly access?: Access;
  readonly deny?: readonly string[];
  readonly protect?: readonly string[];
  readonly maxFileBytes?: number;
  readonly journal?: string;
  readonly followSymlinks?: boolean;
}

/** The connector's client over real folders, with a journal of its own, closed after the tests of this file. */
export function openFiles(paths: readonly string[], opening: Opening = {}): Files {
  const { access, deny = [], protect = [], journal = join(temporaryFolder(), "journal"), ...options } = opening;
  const containment = chooseContainment();
  const grants = paths.map((path) => ({ path, access }));
  const files = new Files({
    roots: openRoots(grants, undefined, containment),
    containment,
    deny: new GuardedPlaces({ wellKnown: secretGlobs, globs: deny }),
    protect: new GuardedPlaces({ wellKnown: protectedGlobs, globs: protect }),
    ...options,
    journalFolder: journal,
  });
  afterAll(() => files.close());
  return files;
}
