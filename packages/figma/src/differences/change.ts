/** What may have happened to a node, or to what a file defines beside its nodes. */
export const changeKinds = [
  "added",
  "removed",
  "moved",
  "renamed",
  "text",
  "restyled",
  "retokenised",
  "laid out",
  "component",
  "prototype",
  "visibility",
  "other",
] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** One thing that happened, and how, in a line. */
export interface Facet {
  readonly kind: ChangeKind;
  readonly detail: string;
}

/** All that happened to one node. */
export interface Change {
  /** From the page down, as it is now; of what was removed, as it was. */
  readonly path: string;
  readonly id: string;
  readonly type: string;
  readonly facets: readonly Facet[];
}
