import { accessAdmits, ConnectorError, type Effect } from "@drawbridge/core";
import type { Files, Found } from "../../files.ts";
import { showName } from "../../paths/show-name.ts";
import { shownPath } from "../../paths/shown-path.ts";
import { governingRoot } from "../../roots/governing-root.ts";

/** Throws `refused` where the person did not grant a change under this root, or protects the place. */
export function assertChangeable(
  files: Files,
  at: Pick<Found, "root" | "names" | "asked" | "askedFrom">,
  effect: Effect,
): void {
  if (effect === "read") return;
  const { root } = governingRoot(files.roots, at);
  if (!accessAdmits(root.access, effect)) {
    const needed = effect === "destroy" ? "full" : "write";
    throw new ConnectorError(
      "refused",
      `Under the root ${root.given} ${root.access === "read" ? "nothing is changed" : "nothing is deleted"}: it is granted ` +
        `for ${root.access}. The person who runs this server grants more with ${root.given}:${needed}.`,
    );
  }
  if (!files.protects(at)) return;
  throw new ConnectorError(
    "refused",
    `${showName(shownPath(at.root, at.names))} is protected: what stands there is run, or decides what is run. The person who ` +
      "runs this server decides that with --protect, and changes it by hand.",
  );
}
