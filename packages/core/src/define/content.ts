/** Facts about a text, shown as its header and repeated in `_meta`. Undefined ones are left out. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Text for the model to read. */
export interface TextPart {
  readonly text: string;
}

/** An image or a sound, for hosts whose models see or hear. */
export interface MediaPart {
  /** Media of one answer have at most 5 MiB together, beside the byte budget of its texts. */
  readonly media: Uint8Array;
  /** `image/…` or `audio/…`. */
  readonly mimeType: string;
}

/** What a resource holds, put into an answer. Text counts as text, bytes as media; neither is fenced. */
export interface ResourcePart {
  readonly resource: {
    readonly uri: string;
    readonly mimeType?: string | undefined;
    readonly body: string | Uint8Array;
  };
}

export type Part = TextPart | MediaPart | ResourcePart;

/** One part of a content tool's answer, with its own facts where an answer has several. */
export type ContentPart = Part & { readonly facts?: Facts };

/** What a content tool answers: text for the model to read, under a short header of facts, and what belongs to it. */
export interface Content {
  readonly facts?: Facts;
  readonly parts: readonly ContentPart[];
}
