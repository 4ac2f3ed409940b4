/**
 * What is proven under a pairing's secret: who proves it, at which port, to whose nonce, and by which nonce of their own. With the port in it,
 * another program that passes everything on between its own port and the connector's proves nothing to either.
 */
export function proofText(by: "connector" | "plugin", port: number, theirs: string, own: string): string {
  return `drawbridge figma ${by} ${port} ${theirs} ${own}`;
}
