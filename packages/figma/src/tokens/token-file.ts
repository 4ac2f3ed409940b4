/** One file of tokens, as a person would save it. */
export interface TokenFile {
  readonly name: string;
  readonly text: string;
}
