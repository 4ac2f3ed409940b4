import { ConnectorError } from "@drawbridge/core";
import { statsAt } from "../changing/stats-at.ts";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { shownPath } from "../paths/shown-path.ts";
import { differenceToKept } from "./difference-to-kept.ts";
import { isTaken } from "./is-taken.ts";
import type { Journal } from "./journal.ts";
import type { Operation } from "./operation.ts";
import { reachRecorded } from "./reach-recorded.ts";

/** Throws `conflict`, with the difference where there is one to show, when what a step made was changed since. */
export async function assertRevertible(files: Files, journal: Journal, operation: Operation): Promise<void> {
  using place = reachRecorded(files, operation.at);
  if (place === undefined) throw changed("The folder in which it was done is gone");
  const path = showName(shownPath(place.root, place.names));
  if (operation.kind === "made" && operation.type === "tree") {
    throw new ConnectorError(
      "refused",
      `A copied or unpacked folder is not taken back. Delete ${path} with fs_delete.`,
    );
  }
  if (!(await isTaken(files, operation))) {
    const stands = statsAt(place.parent, place.name) !== undefined;
    if (operation.kind === "removed") throw changed(`Something else stands at ${path} now. Move it away first`);
    if (!stands) throw changed(`${path} is gone since`);
    const difference = operation.kind === "replaced" ? await differenceToKept(files, journal, place, operation) : "";
    throw changed(`${path} was changed since${difference}`);
  }
  if (operation.kind !== "moved") return;
  using from = reachRecorded(files, operation.from);
  if (from === undefined) throw changed("The folder from which it was moved is gone");
  if (statsAt(from.parent, from.name) === undefined) return;
  throw changed(`Something else stands at ${showName(shownPath(from.root, from.names))} now. Move it away first`);
}

function changed(what: string): ConnectorError {
  return new ConnectorError("conflict", `Nothing was taken back. ${what}`);
}
