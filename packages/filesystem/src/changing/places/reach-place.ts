import { ConnectorError, type Effect, type HeldDirectory, type HeldEntry } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import { checkPath } from "../../paths/check-path.ts";
import { fileError } from "../../paths/file-error.ts";
import { showName } from "../../paths/show-name.ts";
import { shownPath } from "../../paths/shown-path.ts";
import type { Root } from "../../roots/root.ts";
import type { Reached } from "../../walking/walk.ts";
import { assertChangeable } from "../assertions/assert-changeable.ts";
import type { Place } from "./place.ts";

export interface Reaching {
  /** What is to be done there; the root must be granted for it. */
  readonly effect: Effect;
  /** Whether a link at the end is followed; `false` means the link itself. */
  readonly followLast: boolean;
  /** Whether folders on the way may be missing. */
  readonly parents?: boolean;
  /** Whether it may be a root itself, in which something is put: then its name is empty, and `parent` is the root. */
  readonly isRootMeant?: boolean;
}

/**
 * Reaches a place to change what stands there, or to put something where nothing does. It holds descriptors: dispose of it.
 *
 * @throws ConnectorError `invalid_input` for a root itself, `refused` for what is protected or not granted, `not_found`
 */
export function reachPlace(files: Files, written: string, reaching: Reaching): Place {
  const path = checkPath(written);
  const { root, names } = files.locate(path);
  if (names.length === 0 && reaching.isRootMeant !== true) throw ownRoot(root);
  const place = reachThere(files, path, reaching) ?? reachMissing(files, path, reaching);
  try {
    // Folders that are missing are made with it.
    for (let below = place.missing.length; below >= 0; below -= 1) {
      const above = (whole: readonly string[]) => whole.slice(0, whole.length - below);
      const at = { root: place.root, names: above(place.names), asked: above(names), askedFrom: root };
      assertChangeable(files, at, reaching.effect);
    }
    return place;
  } catch (error) {
    place[Symbol.dispose]();
    throw error;
  }
}

function reachThere(files: Files, path: string, { followLast, isRootMeant = false }: Reaching): Place | undefined {
  let reached: Reached;
  try {
    reached = files.walkTo(files.locate(path), followLast);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    // `reach` says it in words, and what stands there instead.
    files.reach(path, followLast)[Symbol.dispose]();
    throw fileError(error, path);
  }
  const { root, entry, names, parent } = reached;
  if (entry !== undefined || isRootMeant) return placeOf({ root, names, parent, missing: [], entry, held: reached });
  reached[Symbol.dispose]();
  throw ownRoot(root);
}

/** Nothing stands there: from the folder that should hold it, or from the deepest one above that does. */
function reachMissing(files: Files, path: string, { parents = false, followLast }: Reaching): Place {
  const { root, names: asked } = files.locate(path);
  for (let kept = asked.length - 1; kept >= 0; kept -= 1) {
    let reached: Reached;
    try {
      reached = files.walkTo({ root, names: asked.slice(0, kept) }, true);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw fileError(error, path);
      if (parents) continue;
      throw noFolder(files, path, followLast);
    }
    return below(reached, asked.slice(kept), path);
  }
  throw noFolder(files, path, followLast);
}

function below(reached: Reached, rest: readonly string[], path: string): Place {
  const folder = folderOf(reached, path);
  const [first = ""] = rest;
  try {
    // A link that leads nowhere: what was made there would stand somewhere else.
    folder.parent.step(first)[Symbol.dispose]();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return placeOf({
        root: reached.root,
        names: [...reached.names, ...rest],
        parent: folder.parent,
        missing: rest.slice(0, -1),
        held: folder,
      });
    }
    folder[Symbol.dispose]();
    throw fileError(error, path);
  }
  folder[Symbol.dispose]();
  throw new ConnectorError(
    "refused",
    `A link that leads nowhere stands at ${showName(rest[0] ?? "")}. Delete it first, or take another name.`,
  );
}

/** The folder that was reached, and what closes it. */
function folderOf(reached: Reached, path: string): Disposable & { parent: HeldDirectory } {
  const { entry } = reached;
  if (entry === undefined) return { parent: reached.root.directory, [Symbol.dispose]: () => reached[Symbol.dispose]() };
  try {
    if (!entry.stats.isDirectory()) {
      throw new ConnectorError("not_found", `${path} cannot be there: a file stands where the path needs a folder.`);
    }
    const parent = entry.intoDirectory();
    return { parent, [Symbol.dispose]: () => parent[Symbol.dispose]() };
  } finally {
    reached[Symbol.dispose]();
  }
}

interface PlaceParts {
  readonly root: Root;
  readonly names: readonly string[];
  readonly parent: HeldDirectory;
  readonly missing: readonly string[];
  readonly entry?: HeldEntry | undefined;
  readonly held: Disposable;
}

function placeOf({ root, names, parent, missing, entry, held }: PlaceParts): Place {
  const { dev, ino } = parent.self();
  const name = names.at(-1) ?? "";
  // Some file systems take names that differ in case or in how accents are written for the same.
  const key = `${dev}:${ino}/${(missing[0] ?? name).normalize("NFKC").toLowerCase()}`;
  return {
    root,
    names,
    path: shownPath(root, names),
    parent,
    missing,
    name,
    entry,
    key,
    [Symbol.dispose]: () => held[Symbol.dispose](),
  };
}

/** In the words of `reach`, with what is there instead. */
function noFolder(files: Files, path: string, followLast: boolean): ConnectorError {
  try {
    files.reach(path, followLast)[Symbol.dispose]();
  } catch (error) {
    if (ConnectorError.is(error) && error.code !== "not_found") return error;
  }
  return new ConnectorError(
    "not_found",
    `The folder of ${path} does not exist. Make it with fs_mkdir first; fs_write makes it too with parents: true.`,
  );
}

function ownRoot({ given }: Root): ConnectorError {
  return new ConnectorError(
    "invalid_input",
    `${given} is a root itself, which is not changed, copied or packed as a whole. Name what is in it, as fs_list shows.`,
  );
}
