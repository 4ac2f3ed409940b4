import { chooseContainment, type OpenContext } from "@drawbridge/core";
import type * as z from "zod";
import { Files } from "./files.ts";
import { GuardedPlaces } from "./guarding/guarded-places.ts";
import { protectedGlobs } from "./guarding/protected-globs.ts";
import { secretGlobs } from "./guarding/secret-globs.ts";
import { hasUnfinished } from "./journal/has-unfinished.ts";
import { journalFolder } from "./journal/journal-folder.ts";
import type { options } from "./options.ts";
import { namesOf } from "./paths/names-of.ts";
import { realFolder } from "./paths/real-folder.ts";
import { openRoots } from "./roots/open-roots.ts";

/** Opens the roots, and mends what a crash left half done before anybody looks at it. */
export async function openClient(
  { roots, deny, protect, maxFileBytes, followSymlinks, journal }: z.output<typeof options>,
  { access, log, ownFiles = [] }: Pick<OpenContext, "access" | "log" | "ownFiles">,
  containment = chooseContainment(),
): Promise<Files> {
  const named = journalFolder(journal);
  const folder = named === undefined ? undefined : realFolder(named);
  // It may well lie under a root, as a home is one: no tool reads it or changes it.
  const always = folder === undefined ? [] : [namesOf(folder)];
  const files = new Files({
    roots: openRoots(roots, access, containment),
    containment,
    deny: new GuardedPlaces({ wellKnown: secretGlobs, globs: deny, always }),
    protect: new GuardedPlaces({
      wellKnown: protectedGlobs,
      globs: protect,
      always: [...always, ...ownFiles.map(namesOf)],
    }),
    maxFileBytes,
    followSymlinks,
    journalFolder: folder,
    log,
  });
  if (!hasUnfinished(folder)) return files;
  try {
    const { recover } = await import("./journal/recovering/recover.ts");
    await recover(files, await files.journal(), log);
  } catch (error) {
    // What can be read can be read all the same; the next start tries again.
    log.write("error", { event: "recovery", err: error });
  }
  return files;
}
