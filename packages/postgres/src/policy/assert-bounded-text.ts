import { ConnectorError } from "@drawbridge/core";

/** Bytes of the longest statement. */
export const mostSqlBytes = 64 * 1024;

/** PostgreSQL's scanner goes back over nested comments, so that deep ones keep a backend busy whom only SIGKILL ends. */
const deepestComments = 16;

/** Refuses text that is costly to scan, before anything scans it: longer than is ever written, or with deeply nested comments. */
export function assertBoundedText(sql: string): void {
  if (Buffer.byteLength(sql) > mostSqlBytes) {
    throw new ConnectorError(
      "invalid_input",
      `The statement is longer than ${mostSqlBytes} bytes. Put long lists into a parameter: WHERE id = ANY($1) with an array in params.`,
    );
  }
  if (sql.includes("\0"))
    throw new ConnectorError("invalid_input", "The statement holds a NUL character. Leave it out.");
  if (mayNestDeeper(sql)) {
    throw new ConnectorError("invalid_input", `Comments are nested more than ${deepestComments} deep. Leave them out.`);
  }
}

/**
 * Whether a comment may be nested deeper than is taken. Quotes are not looked at, so that one may begin at any mark; where it
 * begins decides what the marks after it are, as in a row of both, so that all depths that are possible are followed at once: as
 * bits, of which the lowest stands for no comment.
 */
function mayNestDeeper(sql: string): boolean {
  let [here, next] = [1, 0];
  for (let at = 0; at < sql.length; at += 1) {
    const inside = here & ~1;
    // What stands outside of a comment may be part of a string.
    next |= here & 1;
    let afterNext = 0;
    if (sql.startsWith("/*", at)) afterNext = here << 1;
    else if (sql.startsWith("*/", at)) afterNext = inside >> 1;
    else next |= inside;
    if (afterNext >> (deepestComments + 1) !== 0) return true;
    [here, next] = [next, afterNext];
  }
  return false;
}
