/** How the values of a masked column are shown: a keyed hash, nothing, or the last characters. */
export type MaskKind = "hash" | "null" | "partial";

/** A column that is masked. */
export interface MaskedColumn {
  /** `shop.customers.email` */
  readonly label: string;
  readonly kind: MaskKind;
}

/** What of a value comes from masked columns. */
export interface Trace {
  /** The masked columns that it is made of; none where it tells nothing of any. */
  readonly from: readonly MaskedColumn[];
  /** Whether each value stands as it does in the column, and is not made of it. */
  readonly isWhole: boolean;
}

/** A value that tells nothing of a masked column. */
export const untouched: Trace = { from: [], isWhole: false };

/** A value that stands as it does in a masked column. */
export function wholeOf(column: MaskedColumn): Trace {
  return { from: [column], isWhole: true };
}

export function isMasked({ from }: Trace): boolean {
  return from.length > 0;
}

/** Whether values may be compared for being equal: the hashes that are shown tell as much. */
export function isComparable({ from, isWhole }: Trace): boolean {
  return from.length === 0 || (isWhole && from.every(({ kind }) => kind === "hash"));
}

/** A value that is made of others. */
export function madeOf(traces: readonly Trace[]): Trace {
  const all = [...new Set(traces.flatMap((trace) => trace.from))];
  // In one order, so that two traces can be compared.
  const from = all.toSorted((one, other) => one.label.localeCompare(other.label));
  return from.length === 0 ? untouched : { from, isWhole: false };
}

/** A value that is one or the other, as in the rows of UNION ALL. */
export function eitherOf(one: Trace, other: Trace): Trace {
  const made = madeOf([one, other]);
  return one.isWhole && other.isWhole ? { ...made, isWhole: true } : made;
}

/** How a value is shown; undefined where it is shown as it is. What is made of a masked column would tell parts of it. */
export function shownAs({ from, isWhole }: Trace): MaskKind | undefined {
  const [first, ...others] = from;
  if (first === undefined) return undefined;
  return isWhole && others.every(({ kind }) => kind === first.kind) ? first.kind : "null";
}
