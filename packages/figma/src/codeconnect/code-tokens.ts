/** A comment, a string, a word, or any other character. What is begun and not ended goes on to the end, so that nothing is read twice. */
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S]?)*(?:"|(?=\n)|$)|'(?:[^'\\\n]|\\[\s\S]?)*(?:'|(?=\n)|$)|`(?:[^`\\]|\\[\s\S]?)*(?:`|$)|[A-Za-z_$][\w$]*|[^\s]/g;

/** What JavaScript or TypeScript is written with, without its comments. Nothing is run, and what is no code comes to nothing. */
export function codeTokens(text: string): readonly string[] {
  return (text.match(token) ?? []).filter((one) => !one.startsWith("//") && !one.startsWith("/*"));
}

/** The text of a token that is a string; undefined of another, or of a template that has anything put into it. */
export function stringOf(one: string | undefined): string | undefined {
  if (one === undefined || one.length < 2 || !/^["'`]/.test(one) || one.at(-1) !== one[0]) return undefined;
  if (one[0] === "`" && one.includes("${")) return undefined;
  return one.slice(1, -1).replace(/\\(.)/g, "$1");
}
