/** Names, keywords, parameters and marks: all that a statement is made of but values. */
const plain = /^(?:[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")*"|\$\d+|[^\p{L}\p{N}'"$]+)$/u;

/** A statement of somebody's with each value in it left out, and each comment; undefined where it is cut off, or cannot be read. */
export async function withoutLiterals(sql: string): Promise<string | undefined> {
  const { scan } = await import("libpg-query");
  const { tokens } = await scan(sql).catch(() => ({ tokens: undefined }));
  if (tokens === undefined) return undefined;
  let text = "";
  let end = 0;
  for (const token of tokens) {
    if (token.tokenName.endsWith("COMMENT")) continue;
    const space = text !== "" && token.start > end ? " " : "";
    text += space + (plain.test(token.text) ? token.text : "…");
    end = token.end;
  }
  return text;
}
