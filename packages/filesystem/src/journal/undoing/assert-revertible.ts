import { ConnectorError } from "@drawbridge/core";
import { assertAlong } from "../../changing/assertions/assert-along.ts";
import { assertMayGo } from "../../changing/assertions/assert-may-go.ts";
import { assertTree } from "../../changing/assertions/assert-tree.ts";
import { statsAt } from "../../changing/places/stats-at.ts";
import type { Files } from "../../files.ts";
import { fileError } from "../../paths/file-error.ts";
import { showName } from "../../paths/show-name.ts";
import { shownPath } from "../../paths/shown-path.ts";
import type { Journal } from "../journal.ts";
import type { RecordedPlace, RecordedPlaces } from "../places/recorded-places.ts";
import type { Operation } from "../records/operation.ts";
import { isRefilled } from "../reverting/is-refilled.ts";
import { isTaken } from "../reverting/is-taken.ts";
import { differenceToKept } from "./difference-to-kept.ts";

interface Undoing {
  readonly places: RecordedPlaces;
  /** All of the transaction. */
  readonly operations: readonly Operation[];
  readonly signal: AbortSignal;
}

/** Throws `conflict`, with the difference where there is one to show, when what a step made was changed since. */
export async function assertRevertible(
  files: Files,
  journal: Journal,
  operation: Operation,
  undoing: Undoing,
): Promise<void> {
  let path = operation.at.names.join("/");
  try {
    const place = undoing.places.reach(operation.at);
    if (place === undefined) throw changed("The folder in which it was done is gone");
    path = shownPath(place.root, place.names);
    await assertAsLeft(files, journal, operation, { ...undoing, place, path: showName(path) });
  } catch (error) {
    // Others may change it between one look and the next.
    throw fileError(error, path);
  }
}

async function assertAsLeft(
  files: Files,
  journal: Journal,
  operation: Operation,
  { place, path, operations, places, signal }: Undoing & { readonly place: RecordedPlace; readonly path: string },
): Promise<void> {
  if (operation.kind === "made" && operation.type === "tree")
    return assertTreeAsMade(files, operation, { place, path, places, signal });
  if (!(await isTaken(places, operation, signal)) && !isRefilled(operation, operations)) {
    const stands = statsAt(place.parent, place.name) !== undefined;
    if (operation.kind === "removed") throw changed(`Something else stands at ${path} now. Move it away first`);
    if (!stands) throw changed(`${path} is gone since`);
    const difference = operation.kind === "replaced" ? await differenceToKept(files, journal, place, operation) : "";
    throw changed(`${path} was changed since${difference}`);
  }
  if (operation.kind === "made" && operation.type === "directory" && holdsMore(place, operation, operations))
    throw changed(`${path} holds something since. Move or delete that first: fs_list with hidden: true shows it`);
  if (operation.kind !== "moved") return;
  const from = places.reach(operation.from);
  if (from === undefined) throw changed("The folder from which it was moved is gone");
  // What came into a folder since must not get to a place where it could not be put.
  if (statsAt(from.parent, from.name) === undefined) return assertTreeMayGo(files, { ...place, path }, from, signal);
  throw changed(`Something else stands at ${showName(shownPath(from.root, from.names))} now. Move it away first`);
}

/** What somebody changed or put there would be lost, and what is protected by now stays. */
async function assertTreeAsMade(
  files: Files,
  operation: Extract<Operation, { readonly kind: "made" }>,
  {
    place,
    path,
    places,
    signal,
  }: Pick<Undoing, "places" | "signal"> & { readonly place: RecordedPlace; readonly path: string },
): Promise<void> {
  if (statsAt(place.parent, place.name) === undefined) throw changed(`${path} is gone since`);
  if (operation.digest === undefined || !(await isTaken(places, operation, signal)))
    throw changed(
      `In ${path} something was changed, added or removed since. Look for it with fs_find and modified_after, or delete the ` +
        "folder with fs_delete",
    );
  using entry = place.parent.step(place.name);
  await assertTree({ ...place, path, entry }, signal, (names) => assertAlong(files, place.root, names, "write"));
}

async function assertTreeMayGo(
  files: Files,
  place: RecordedPlace & { readonly path: string },
  to: RecordedPlace,
  signal: AbortSignal,
): Promise<void> {
  using entry = place.parent.step(place.name);
  await assertTree({ ...place, entry }, signal, (names) => {
    assertAlong(files, place.root, names, "write");
    assertMayGo(files, place, to, names);
  });
}

/** Whether something is in a folder that the transaction itself did not put there. */
function holdsMore({ parent, name }: RecordedPlace, { at }: Operation, operations: readonly Operation[]): boolean {
  using entry = parent.step(name);
  using folder = entry.intoDirectory();
  const depth = at.names.length;
  const own = new Set(operations.map((made) => made.at.names.slice(0, depth + 1).join("/")));
  return folder.list().some((inner) => !own.has([...at.names, inner.name].join("/")));
}

function changed(what: string): ConnectorError {
  return new ConnectorError("conflict", `Nothing was taken back. ${what}`);
}
