import { ConnectorError } from "@drawbridge/core";

/** A word, or a phrase in quotes, also as the value of a qualifier: `label:"help wanted"`. */
const word = /^[^\s"()]*"[^"]*"|^[^\s"()]+/;

/**
 * A query in GitHub's language, word by word. Forms and invisible characters that GitHub might read as plain ones are made
 * plain, so that nothing is seen here otherwise than there.
 *
 * @throws ConnectorError `invalid_input` for parentheses, and for quotes that are not closed
 */
export function queryWords(query: string): readonly string[] {
  const words: string[] = [];
  let left = query
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[“”„‟«»]/g, '"')
    .trim();
  while (left !== "") {
    const [found] = word.exec(left) ?? [];
    if (found === undefined || found.includes("\\")) throw unreadable();
    words.push(found);
    left = left.slice(found.length).trimStart();
  }
  return words;
}

function unreadable(): ConnectorError {
  return new ConnectorError(
    "invalid_input",
    "Within --repos a query has neither parentheses nor backslashes, and each quote is closed. Search several times instead.",
  );
}
