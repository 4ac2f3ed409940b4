/** Under which name a statement is bound. */
export interface Place {
  /** Empty where it is not kept. */
  readonly name: string;
  readonly isPrepared: boolean;
}

/** Of a statement that is not kept. */
export const unnamed: Place = { name: "", isPrepared: false };
