import { tmpdir } from "node:os";
import type { Finding, OpenContext } from "@drawbridge/core";
import type * as z from "zod";
import { containmentInForce } from "../doctor/containment-in-force.ts";
import { openClient } from "../open-client.ts";
import type { options } from "../options.ts";
import { cappedAccess } from "../roots/capped-access.ts";
import { verifyGrants } from "../roots/verify-grants.ts";
import type { OpenFiles } from "./stand.ts";
import { testFolder } from "./test-folder.ts";

/** Milliseconds that all races of all places take together, at most. */
const raceTime = 6000;

/** Attacks the connector in each root that is granted for writing, or, where no root is given, where temporary files lie. */
export async function* testPlaces(
  { roots = [] }: Partial<z.output<typeof options>>,
  { access, signal }: Pick<OpenContext, "access" | "signal">,
): AsyncGenerator<Finding> {
  verifyGrants(roots);
  const containment = containmentInForce();
  yield containment;
  if (containment.level === "problem") return;
  const open: OpenFiles = (root, journal) =>
    openClient(
      {
        roots: [{ path: root, access: "full" }],
        deny: [],
        protect: [],
        maxFileBytes: undefined,
        followSymlinks: false,
        journal,
      },
      { access: undefined, log: silent },
    );
  const granted = roots.map((root) => ({ path: root.path, access: cappedAccess(root.access, access) }));
  for (const { path } of granted.filter((root) => root.access === "read")) yield untouched(path);
  const places =
    roots.length === 0 ? [tmpdir()] : granted.filter((root) => root.access !== "read").map(({ path }) => path);
  for (const place of new Set(places)) {
    yield* testFolder(place, { open, signal, raceTime: raceTime / (2 * places.length) });
  }
}

/** A recovery that is made on purpose is nothing to warn of. */
const silent: OpenContext["log"] = { enabled: () => false, write() {}, flush: async () => {} };

function untouched(path: string): Finding {
  return {
    level: "note",
    title: `Not tested: the root ${path}, which is granted for reading: nothing is written there`,
    remedy: `--self-test ${path}:write, or --self-test alone, which tests where temporary files lie`,
  };
}
