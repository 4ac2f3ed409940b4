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
  // Quotes are not looked at: what looks like a comment in a string makes it seem deeper, never less deep.
  let depth = 0;
  for (const [mark] of sql.matchAll(/\/\*|\*\//g)) {
    depth = mark === "/*" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepestComments) {
      throw new ConnectorError(
        "invalid_input",
        `Comments are nested more than ${deepestComments} deep. Leave them out.`,
      );
    }
  }
}
