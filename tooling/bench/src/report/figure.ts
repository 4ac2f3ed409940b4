/** What one peer came to in one row. */
export interface Figure {
  readonly peer: string;
  /** A word where there is no number: the peer has no such work, or this system cannot measure it. */
  readonly value: number | "not offered" | "not measurable";
  /** Ours divided by this one; not for ours itself, nor where either has no number. */
  readonly ratio?: number;
  /** How many samples, and how they lie, in the measure's own unit: of all rounds together. */
  readonly samples: number;
  readonly spread?: Readonly<Record<"min" | "p25" | "p50" | "p75" | "p99" | "max", number>>;
}
