/** A name as a comment of CSS, which it cannot end; `readComment` gives it back. */
export function cssComment(name: string): string {
  return `/* ${name.replaceAll("\\", "\\\\").replaceAll("*/", "*\\/").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\f", "\\f")} */`;
}

/** The name that such a comment tells. */
export function readComment(comment: string): string {
  const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", f: "\f" };
  return comment.slice(3, -3).replace(/\\(.)/gs, (_, escaped: string) => escapes[escaped] ?? escaped);
}
