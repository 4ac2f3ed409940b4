import type { HeldDirectory, HeldEntry } from "@drawbridge/core";
import type { Root } from "../../roots/root.ts";

/** Where something stands or is to stand, held open. */
export interface Place extends Disposable {
  readonly root: Root;
  /** The way from the root, without links. */
  readonly names: readonly string[];
  /** Absolute, as it is shown. */
  readonly path: string;
  /** The folder that holds it, or the deepest that is there. */
  readonly parent: HeldDirectory;
  /** Folders to be made between `parent` and `name`. */
  readonly missing: readonly string[];
  readonly name: string;
  /** What stands there; undefined for nothing. */
  readonly entry: HeldEntry | undefined;
  /** The same for every path that leads to this place, while it stands and when it is replaced. */
  readonly key: string;
}

/** A place where something stands. */
export type Standing = Place & { readonly entry: HeldEntry };
