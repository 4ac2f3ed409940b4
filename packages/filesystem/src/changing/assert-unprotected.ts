import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { shownPath } from "../paths/shown-path.ts";
import { innermostRoot } from "../roots/innermost-root.ts";
import type { Root } from "../roots/root.ts";

/** Refuses what is protected, by the names from its root, and a root that lies in another: its own grant holds for it. */
export function assertUnprotected(files: Files, root: Root, names: readonly string[]): void {
  if (innermostRoot(files.roots, root, names) !== root) {
    throw new ConnectorError(
      "refused",
      `${showName(shownPath(root, names))} is a root of its own, and would go along.`,
    );
  }
  if (!files.protects({ root, names, asked: names })) return;
  throw new ConnectorError(
    "refused",
    `${showName(shownPath(root, names))} is protected, and would go along. The person who runs this server decides that with --protect.`,
  );
}
