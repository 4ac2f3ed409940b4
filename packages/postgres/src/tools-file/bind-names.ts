import { ConnectorError, nearest } from "@drawbridge/core";
import { assertBoundedText } from "../policy/assert-bounded-text.ts";

/** A statement as PostgreSQL takes it. */
export interface BoundStatement {
  readonly sql: string;
  /** Names in the order of $1, $2 … */
  readonly names: readonly string[];
  /** Lines before its first. */
  readonly linesBefore: number;
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly tokenName: string;
}

/**
 * Writes `$1`, `$2` … for `:name`, by the tokens of PostgreSQL's own scanner: what stands in strings, names and comments is left
 * alone. Comments around the statement and the semicolon after it go. Throws `invalid_input` where it cannot be scanned, for a
 * name that is not known, and for `$1` and the like.
 *
 * @param types by name: a value is cast to it, so that it has that type wherever it stands
 */
export async function bindNames(sql: string, types: ReadonlyMap<string, string>): Promise<BoundStatement> {
  const bytes = Buffer.from(sql);
  const tokens = (await scanned(sql)).filter(({ tokenName }) => !/^(SQL|C)_COMMENT$/.test(tokenName));
  while (tokens.at(-1)?.tokenName === "ASCII_59") tokens.pop();
  const written = ({ start, end }: Token) => bytes.toString("utf8", start, end);
  const lineAt = (offset: number) => bytes.toString("utf8", 0, offset).split("\n").length;
  const problemAt = ({ start }: Token, problem: string) =>
    new ConnectorError("invalid_input", `${problem} (line ${lineAt(start)})`);
  const names: string[] = [];
  let bound = "";
  let at = tokens[0]?.start ?? 0;
  for (const [index, token] of tokens.entries()) {
    if (token.tokenName === "PARAM") throw problemAt(token, `write :name for a parameter instead of ${written(token)}`);
    const next = tokens[index + 1];
    if (written(token) !== ":" || next?.start !== token.end || !/^[a-z_]\w*$/i.test(written(next))) continue;
    const name = written(next);
    const type = types.get(name);
    if (type === undefined) throw problemAt(token, unknown(name, types.keys()));
    if (!names.includes(name)) names.push(name);
    bound += `${bytes.toString("utf8", at, token.start)}($${names.indexOf(name) + 1}::${type})`;
    at = next.end;
  }
  const linesBefore = lineAt(tokens[0]?.start ?? 0) - 1;
  return { sql: bound + bytes.toString("utf8", at, tokens.at(-1)?.end ?? 0), names, linesBefore };
}

function unknown(name: string, known: Iterable<string>): string {
  const meant = nearest(name, known);
  const hint =
    meant === undefined ? "declare it there, or put a space after the colon of a slice" : `did you mean :${meant}?`;
  return `:${name} is not among the parameters; ${hint}`;
}

async function scanned(sql: string): Promise<Token[]> {
  assertBoundedText(sql);
  // The parser has no answer to nothing.
  if (sql.trim() === "") return [];
  const { scan } = await import("libpg-query");
  try {
    return (await scan(sql)).tokens;
  } catch {
    throw new ConnectorError("invalid_input", "a string, a quoted name or a comment does not end");
  }
}
