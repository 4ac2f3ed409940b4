const spellings = ["nextCursor", "etag", "truncated"];

/** Words that every connector spells in one way, so that a model learns them once. */
const misspelt = /^(?:next_?(?:cursor|page|page_?token|token)|e_?tag|(?:is_?|was_?)?truncated)$/i;

/** Keys of an answer, at any depth, that stand for such a word and are not it. */
export function misspeltKeys(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [
    ...own.filter((key) => misspelt.test(key) && !spellings.includes(key)),
    ...Object.values(value).flatMap(misspeltKeys),
  ];
}
