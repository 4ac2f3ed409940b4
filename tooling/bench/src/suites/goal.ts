/** What our ratio to a peer must not be worse than: at most this where lower is better, at least this where higher is. */
export interface Goal {
  /** The peer's name. */
  readonly peer: string;
  readonly ratio: number;
}
