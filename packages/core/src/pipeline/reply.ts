import type { ContentPart, Facts } from "../define/content.ts";
import type { PromptMessage } from "../define/prompt.ts";

/** What a tool noted for `_meta` alone. No text: what comes from outside has no place there. */
export type Notes = Readonly<Record<string, number | boolean>>;

/** A record tool's answer. */
export interface RecordReply {
  readonly kind: "record";
  readonly record: Readonly<Record<string, unknown>>;
  readonly notes?: Notes;
  /** As JSON, once the stage `budget` has measured it. */
  readonly text?: string;
}

/** A content tool's answer. */
export interface ContentReply {
  readonly kind: "content";
  readonly facts: Facts;
  readonly parts: readonly ContentPart[];
  readonly notes?: Notes;
  /** What is shown above the first part, once the stage `budget` has measured it. */
  readonly header?: string;
}

/** What a resource holds. */
export interface ResourceReply {
  readonly kind: "resource";
  readonly uri: string;
  readonly mimeType: string | undefined;
  readonly body: string | Uint8Array;
  readonly facts?: Facts;
}

/** A prompt's messages. */
export interface PromptReply {
  readonly kind: "prompt";
  readonly messages: readonly PromptMessage[];
}

/** Addresses or completions: texts without outside content of any length. */
export interface ListReply {
  readonly kind: "list";
  readonly items: readonly unknown[];
  /** How many more there are that these leave out. */
  readonly left?: number;
}

/** A question as the host is to ask it. */
export type AskedQuestion =
  | { readonly kind: "form"; readonly message: string; readonly schema: Readonly<Record<string, unknown>> }
  | { readonly kind: "sampling"; readonly prompt: string; readonly maxTokens: number }
  | { readonly kind: "roots" };

/** No answer yet: what the host has to be asked first. */
export interface QuestionReply {
  readonly kind: "question";
  readonly questions: Readonly<Record<string, AskedQuestion>>;
  /** Returned by the host with the answers. */
  readonly state: string;
}

/** What a call answers, before it is put in the protocol's words. */
export type Reply = RecordReply | ContentReply | ResourceReply | PromptReply | ListReply | QuestionReply;
