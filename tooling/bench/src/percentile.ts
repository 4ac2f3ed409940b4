/**
 * The value below which `percent` of the samples lie, between the two nearest where it falls between them; 50 is the median.
 *
 * @throws RangeError without samples, since no number would be true
 */
export function percentile(samples: readonly number[], percent: number): number {
  if (samples.length === 0) throw new RangeError("no percentile of no samples");
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = (Math.min(Math.max(percent, 0), 100) / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] as number;
  const above = sorted[Math.ceil(rank)] as number;
  return below + (above - below) * (rank - Math.floor(rank));
}
