/** A secret as it was given, and with the line ends of each kind of system: files change theirs on the way. */
export function withEachLineEnd(secret: string): readonly string[] {
  const lines = secret.replaceAll("\r\n", "\n");
  return [...new Set([secret, lines, lines.replaceAll("\n", "\r\n")])];
}
