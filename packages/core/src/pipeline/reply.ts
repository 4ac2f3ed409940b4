import type { ContentPart, Facts } from "../define/content.ts";

/** A record tool's answer. */
export interface RecordReply {
  readonly kind: "record";
  readonly record: Readonly<Record<string, unknown>>;
}

/** A content tool's answer. */
export interface ContentReply {
  readonly kind: "content";
  readonly facts: Facts;
  readonly parts: readonly ContentPart[];
}

/** What a resource holds. */
export interface ResourceReply {
  readonly kind: "resource";
  readonly uri: string;
  readonly mimeType: string | undefined;
  readonly body: string | Uint8Array;
}

/** A prompt's message. */
export interface PromptReply {
  readonly kind: "prompt";
  readonly text: string;
}

/** Addresses or completions: texts without outside content of any length. */
export interface ListReply {
  readonly kind: "list";
  readonly items: readonly unknown[];
  /** How many more there are that these leave out. */
  readonly left?: number;
}

/** No answer yet: what a person has to be asked first. */
export interface QuestionReply {
  readonly kind: "question";
  readonly text: string;
  /** Returned by the host with the person's answer. */
  readonly approval: string;
}

/** What a call answers, before it is put in the protocol's words. */
export type Reply = RecordReply | ContentReply | ResourceReply | PromptReply | ListReply | QuestionReply;
