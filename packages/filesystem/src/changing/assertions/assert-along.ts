import { accessAdmits, ConnectorError, type Effect } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import { showName } from "../../paths/show-name.ts";
import { shownPath } from "../../paths/shown-path.ts";
import { governingRoot } from "../../roots/governing-root.ts";
import type { Root } from "../../roots/root.ts";

/** Throws `refused` for what would be changed along with the folder that it lies in: a protected place, or a root that allows less. */
export function assertAlong(files: Files, root: Root, names: readonly string[], effect: Effect): void {
  const path = showName(shownPath(root, names));
  const governing = governingRoot(files.roots, { root, names });
  if (!accessAdmits(governing.root.access, effect)) {
    throw new ConnectorError(
      "refused",
      `${path} would go along, and lies in a root that is granted for ${governing.root.access}.`,
    );
  }
  if (!files.protects({ root, names, asked: names })) return;
  throw new ConnectorError(
    "refused",
    `${path} is protected, and would go along. The person who runs this server decides that with --protect.`,
  );
}
