/** A page of the site. */
export interface Page {
  /** Within the site, without an ending: `connectors/filesystem`. */
  readonly path: string;
  /** Markdown. */
  readonly content: string;
}
