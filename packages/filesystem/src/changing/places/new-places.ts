import { ConnectorError, type HeldDirectory, type HeldEntry } from "@drawbridge/core";
import { fileError } from "../../paths/file-error.ts";
import { showName } from "../../paths/show-name.ts";
import { shownPath } from "../../paths/shown-path.ts";
import type { Archived, ArchivedFolder } from "../../zipping/archived.ts";
import type { Place } from "./place.ts";

/** More than these are better unpacked into a new folder, which is one step. */
const mostPlaces = 1000;
const mostHeld = 200;

/** Something in an archive, and where it is to be made with all that is in it. */
export interface NewPlace {
  readonly place: Place;
  readonly archived: Archived;
}

/**
 * Finds the places that an archive's tree takes, none of which is taken: one for all of it, or, where its folders are there
 * already, one for each thing that is new in them. It holds descriptors: dispose of it.
 */
export class NewPlaces implements Disposable {
  readonly found: NewPlace[] = [];
  /** How many of the archive's folders are there already. */
  existing = 0;
  readonly #whole: ArchivedFolder;
  readonly #held: HeldDirectory[] = [];

  /** @throws ConnectorError `conflict` for what is there already, `refused` for too many */
  constructor(target: Place, tree: ArchivedFolder) {
    this.#whole = tree;
    try {
      if (target.names.length === 0) this.#lookWithin(target.parent, target, tree);
      else this.#look(target, tree);
    } catch (error) {
      this[Symbol.dispose]();
      throw error;
    }
  }

  [Symbol.dispose](): void {
    for (const folder of this.#held.splice(0)) folder[Symbol.dispose]();
  }

  #look(place: Place, archived: Archived): void {
    const { parent, name, path } = place;
    using entry = enter(parent, name, path);
    if (entry === undefined) {
      this.found.push({ place: { ...place, entry: undefined }, archived });
      if (this.found.length > mostPlaces) throw tooMany();
      return;
    }
    if (archived.type === "file" || !entry.stats.isDirectory()) {
      throw new ConnectorError(
        "conflict",
        `Nothing was unpacked: ${showName(path)} exists already. Name a folder in to that does not exist.`,
      );
    }
    const folder = entry.intoDirectory();
    this.#held.push(folder);
    if (archived !== this.#whole) this.existing += 1;
    if (this.#held.length > mostHeld) throw tooMany();
    this.#lookWithin(folder, place, archived);
  }

  #lookWithin(folder: HeldDirectory, place: Place, archived: ArchivedFolder): void {
    const { root, names } = place;
    for (const inner of archived.inner.values()) {
      const innerNames = [...names, inner.name];
      const at = { names: innerNames, path: shownPath(root, innerNames), parent: folder, name: inner.name };
      this.#look({ ...place, ...at }, inner);
    }
  }
}

function enter(parent: HeldDirectory, name: string, path: string): HeldEntry | undefined {
  try {
    return parent.step(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw fileError(error, path);
  }
}

function tooMany(): ConnectorError {
  return new ConnectorError(
    "refused",
    "Nothing was unpacked: too much of it would go into folders that are there. Name a folder in to that does not exist.",
  );
}
