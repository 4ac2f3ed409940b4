/** A server's work on a document alone, in this process: what makes a model's text, or what it is written from, of the API's answer. */
export type Simplify = (answer: Record<string, unknown>) => unknown;

/** A peer whose work on a document can be called without a server. */
export interface Simplifier {
  simplifier(): Promise<Simplify>;
}

/** Whether a peer is one. */
export function isSimplifier(peer: object): peer is Simplifier {
  return "simplifier" in peer;
}
