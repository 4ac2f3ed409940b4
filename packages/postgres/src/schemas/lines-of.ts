import type { Database } from "../database/database.ts";

/** Those lines, in which names of relations have their schemas, that name none of a schema that is not served. */
export async function linesOf(
  { schemas }: Database,
  lines: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (schemas === undefined) return lines;
  const others = await Promise.all(lines.map((line) => schemas.namesOthers(line, signal)));
  return lines.filter((_, index) => others[index] === false);
}
