/** How the lines of a text end, for the most part: what a new line in it should end with. */
export function lineEnding(text: string): "\n" | "\r\n" {
  let [crlf, lf] = [0, 0];
  for (let index = text.indexOf("\n"); index >= 0; index = text.indexOf("\n", index + 1)) {
    if (text[index - 1] === "\r") crlf += 1;
    else lf += 1;
  }
  return crlf > lf ? "\r\n" : "\n";
}
