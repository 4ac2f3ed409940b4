/** The address of a relation, or of anything else that has three names. */
export function addressOf(...names: readonly [database: string, schema: string, relation: string]): string {
  return `postgres://${names.map(encodeURIComponent).join("/")}`;
}
