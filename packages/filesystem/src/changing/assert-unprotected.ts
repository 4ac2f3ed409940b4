import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { shownPath } from "../paths/shown-path.ts";
import type { Root } from "../roots/root.ts";

/** Refuses what is protected, by the names from its root. */
export function assertUnprotected(files: Files, root: Root, names: readonly string[]): void {
  if (!files.protects({ root, names, asked: names })) return;
  throw new ConnectorError(
    "refused",
    `${showName(shownPath(root, names))} is protected, and would go along. The person who runs this server decides that with --protect.`,
  );
}
