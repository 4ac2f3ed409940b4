import type { Finding, OpenContext } from "@drawbridge/core";
import type * as z from "zod";
import { journalFolder } from "../journal/journal-folder.ts";
import type { options } from "../options.ts";
import { cappedAccess } from "../roots/capped-access.ts";
import { containmentInForce } from "./containment-in-force.ts";
import { journalFindings } from "./journal-findings.ts";
import { nestedRoots } from "./nested-roots.ts";
import { placesOfSecrets } from "./places-of-secrets.ts";
import { rootFindings } from "./root-findings.ts";
import { searching } from "./searching.ts";

/** What `--doctor` tells of roots, containment, places of secrets, the journal and ripgrep. */
export async function* doctor(
  { roots, deny, journal }: z.output<typeof options>,
  { access }: Pick<OpenContext, "access">,
): AsyncGenerator<Finding> {
  const granted = roots.map((root) => ({ path: root.path, access: cappedAccess(root.access, access) }));
  yield containmentInForce();
  for (const root of granted) yield* rootFindings(root);
  yield* nestedRoots(granted);
  yield* placesOfSecrets(deny);
  const changing = granted.filter((root) => root.access !== "read");
  if (changing.length > 0) yield* journalFindings(journalFolder(journal), changing);
  yield await searching();
}
