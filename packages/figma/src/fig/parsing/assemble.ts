type All<Parts extends readonly object[]> = Parts extends readonly [
  infer First,
  ...infer Rest extends readonly object[],
]
  ? First & All<Rest>
  : unknown;

/** One object of many parts: for the dozens of fields of a node some ten times faster than to spread them. */
export function assemble<Parts extends readonly object[]>(...parts: Parts): All<Parts> {
  const whole: Record<string, unknown> = {};
  for (const part of parts as ReadonlyArray<Record<string, unknown>>)
    for (const field in part) whole[field] = part[field];
  return whole as All<Parts>;
}
