import { ConnectorError, type HeldDirectory } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import type { Root } from "../../roots/root.ts";
import type { Where } from "../records/operation.ts";
import { isGone } from "./is-gone.ts";
import { locateExactly } from "./locate-exactly.ts";
import type { HeldPlace, Places } from "./places.ts";

/** What the system says where a folder is gone, or a link was put in its place in this very moment. */
const gone = ["ENOENT", "ENOTDIR", "ELOOP", "ESTALE"];

/** A recorded place, and where it lies among the roots of now. */
export interface RecordedPlace extends HeldPlace {
  readonly root: Root;
  readonly names: readonly string[];
}

/**
 * The folders of recorded places, each held open from when it is first asked for: what was looked at there and what is done
 * there is in the same folder, however those on the way to it are swapped in between.
 */
export class RecordedPlaces implements Places, Disposable {
  readonly #files: Files;
  readonly #held = new Map<string, HeldDirectory | undefined>();
  readonly #own: HeldDirectory[] = [];

  constructor(files: Files) {
    this.#files = files;
  }

  reach(where: Where): RecordedPlace | undefined {
    const located = locateExactly(this.#files, where);
    if (located === undefined) return undefined;
    const { root, names } = located;
    const above = names.slice(0, -1);
    const key = [root.real, ...above].join("/");
    if (!this.#held.has(key)) this.#held.set(key, this.#folder(root, above));
    const parent = this.#held.get(key);
    return parent === undefined || isGone(parent) ? undefined : { root, names, parent, name: names.at(-1) ?? "" };
  }

  [Symbol.dispose](): void {
    for (const folder of this.#own.splice(0)) folder[Symbol.dispose]();
  }

  #folder(root: Root, names: readonly string[]): HeldDirectory | undefined {
    try {
      using reached = this.#files.walkTo({ root, names }, false);
      const { entry } = reached;
      // A folder that was turned into a link since, here or on the way, is not the one that was recorded.
      if (entry !== undefined && !entry.stats.isDirectory()) return undefined;
      if (reached.root !== root || reached.names.some((step, index) => step !== names[index])) return undefined;
      if (entry === undefined) return root.directory;
      const folder = entry.intoDirectory();
      this.#own.push(folder);
      return folder;
    } catch (error) {
      if (ConnectorError.is(error) || gone.includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
      throw error;
    }
  }
}
