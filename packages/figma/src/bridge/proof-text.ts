/** What is proven under a pairing's secret: who proves it, to whose nonce, and by which nonce of their own. */
export function proofText(by: "connector" | "plugin", theirs: string, own: string): string {
  return `drawbridge figma ${by} ${theirs} ${own}`;
}
