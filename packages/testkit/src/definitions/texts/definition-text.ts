/** One text that reaches a model or a person before any call. */
export interface DefinitionText {
  /** See `Finding.where`. */
  readonly where: string;
  readonly text: string;
  /** Names are written back by the model; addresses are templates of URIs; values are what schemas suggest. */
  readonly role: "name" | "address" | "prose" | "value";
}
