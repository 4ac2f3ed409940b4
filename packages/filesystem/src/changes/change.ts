import type { Root } from "../roots/root.ts";

/** Something that became different under a root. */
export interface Change {
  /** As it was given, not as a host narrows it. */
  readonly root: Root;
  /** The way from the root, free of links. Of a folder that is gone, its own alone. */
  readonly names: readonly string[];
  readonly kind: "created" | "modified" | "removed";
  /** When it was noticed, in ISO 8601. */
  readonly time: string;
}
