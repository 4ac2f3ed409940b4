/** Facts about a text, shown as its header and repeated in `_meta`. Undefined ones are left out. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** One text of a content tool's answer, with its own facts where an answer has several. */
export interface ContentPart {
  readonly facts?: Facts;
  readonly text: string;
}

/** What a content tool answers: text for the model to read, under a short header of facts. */
export interface Content {
  readonly facts?: Facts;
  readonly parts: readonly ContentPart[];
}
