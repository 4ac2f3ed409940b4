import type { Containment, Log } from "@drawbridge/core";
import type { GuardedPlaces } from "./guarding/guarded-places.ts";
import type { Root } from "./roots/root.ts";

/** What the person's options made of it. */
export interface FilesSettings {
  readonly roots: readonly Root[];
  readonly containment: Containment;
  /** What must not be read. */
  readonly deny: GuardedPlaces;
  /** What must not be changed. */
  readonly protect: GuardedPlaces;
  readonly maxFileBytes?: number | undefined;
  /** Absolute; undefined where the system says none and the person neither. */
  readonly journalFolder: string | undefined;
  /** Whether a link may lead from one root into another. */
  readonly followSymlinks?: boolean;
  /** Told of what a call mends on its way. */
  readonly log?: Pick<Log, "write">;
}
