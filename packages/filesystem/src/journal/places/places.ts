import type { HeldDirectory } from "@drawbridge/core";
import type { Where } from "../records/operation.ts";

/** Where something recorded stands or stood: a name in a folder that is held open. */
export interface HeldPlace {
  readonly parent: HeldDirectory;
  readonly name: string;
}

/** How the places of a transaction are come to. */
export interface Places {
  /** Undefined where the folder is gone, or lies in no root. */
  reach(where: Where): HeldPlace | undefined;
}
