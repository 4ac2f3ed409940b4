const part = String.raw`(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;
const name = new RegExp(String.raw`^${part}(?:\s*\.\s*${part})*`, "u");

/**
 * The name that is written at a place of a statement, in its parts, as PostgreSQL understands them. Errors are in whatever language
 * the server speaks, and the place of what they are about is not.
 *
 * @param position in characters from 1
 */
export function nameAt(sql: string, position: number): string[] {
  const [written = ""] = name.exec([...sql].slice(position - 1).join("")) ?? [];
  return [...written.matchAll(new RegExp(part, "gu"))].map(([one]) =>
    one.startsWith('"') ? one.slice(1, -1).replaceAll('""', '"') : one.toLowerCase(),
  );
}
