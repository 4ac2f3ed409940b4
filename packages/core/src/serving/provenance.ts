/** The label of what came from outside, for hosts that treat such content with care: which server vouches for none of it. */
export interface Provenance {
  /** The server's name. */
  readonly origin: string;
  readonly trust: "untrusted";
}
