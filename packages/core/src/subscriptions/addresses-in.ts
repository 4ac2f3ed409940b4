/** What a `subscriptions/listen` request names: each address once; none where they are no list of texts, which the SDK refuses. */
export function addressesIn(given: unknown): readonly string[] {
  const isList = Array.isArray(given) && given.every((uri) => typeof uri === "string");
  return isList ? [...new Set<string>(given)] : [];
}
