import type { ServerError } from "./server-error.ts";

/** Where in the caller's statement an error is, in characters from 1, though words of ours were sent around it, such as EXPLAIN. */
export function positionIn(sql: string, { position, statement = sql }: ServerError): number | undefined {
  const written = sql.replace(/;\s*$/, "");
  const start = statement.indexOf(written);
  if (position === undefined || start === -1) return undefined;
  const found = Number(position) - [...statement.slice(0, start)].length;
  return found >= 1 && found <= [...sql].length + 1 ? found : undefined;
}
