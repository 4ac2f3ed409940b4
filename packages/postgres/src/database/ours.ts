/** What those begin with that `ours` has marked, as a regular expression of PostgreSQL's. */
export const beginningOfOurs = "^[[:space:]]*[A-Za-z]+ /[*] drawbridge [*]/";

/**
 * A statement of this server's own, marked so that it is told from others' where statements are counted. After its first word, for
 * not every PostgreSQL keeps a comment that stands before it.
 */
export function ours(text: string): string {
  return text.replace(/^\s*\w+/, "$& /* drawbridge */");
}
