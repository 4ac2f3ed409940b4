import type { Finding, OpenContext } from "@drawbridge/core";
import type * as z from "zod";
import type { options } from "../options.ts";
import { cappedAccess } from "../roots/capped-access.ts";
import { containmentInForce } from "./containment-in-force.ts";
import { nestedRoots } from "./nested-roots.ts";
import { placesOfSecrets } from "./places-of-secrets.ts";
import { rootFindings } from "./root-findings.ts";
import { searching } from "./searching.ts";

/** What `--doctor` tells of roots, containment, places of secrets and ripgrep. */
export async function* doctor(
  { roots, deny }: z.output<typeof options>,
  { access }: Pick<OpenContext, "access">,
): AsyncGenerator<Finding> {
  const granted = roots.map((root) => ({ path: root.path, access: cappedAccess(root.access, access) }));
  yield containmentInForce();
  for (const root of granted) yield* rootFindings(root);
  yield* nestedRoots(granted);
  yield* placesOfSecrets(deny);
  yield await searching();
}
