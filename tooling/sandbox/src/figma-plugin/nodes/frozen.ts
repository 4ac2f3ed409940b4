/** A copy in this realm that nobody can change, as values that the API takes and gives are apart from those of the caller. */
export function frozen<V>(value: V): V {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozen)) as V;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) if (item !== undefined) copy[key] = frozen(item);
  return Object.freeze(copy) as V;
}
