/** Whether a GraphQL document has anything but queries in it. */
export function isMutation(document: unknown): boolean {
  return typeof document !== "string" || /\b(mutation|subscription)\b/.test(document);
}
