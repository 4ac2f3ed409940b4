/** A shape that is secret wherever it stands. */
export interface SecretPattern {
  readonly kind: string;
  /**
   * Every match has one of these words in it: to look for them first is faster, and few texts have one. A word that
   * begins with a rare letter is found several times as fast.
   */
  readonly telltales: readonly string[];
  /** One character that all of the telltales have, where one is rarer than their beginnings: it is found at once. */
  readonly sign?: string;
  /** Linear in the text. Where one has a group, that holds what stands before the secret and stays. */
  readonly patterns: readonly RegExp[];
}
