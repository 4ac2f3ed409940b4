/** The first of what can be many; undefined where there is none. */
export function someReferences(references: readonly string[] = []): readonly string[] | undefined {
  return references.length === 0 ? undefined : references.slice(0, 20);
}
