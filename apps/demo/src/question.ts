/** One turn of the conversation: what a person asks, and the call by which a model would find the answer. */
export interface Question {
  readonly asked: string;
  readonly tool: string;
  /** @param last the structured part of the last answer that was no refusal, on which it may rest */
  input(last: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** Of the answer, that are shown; a dozen without it. */
  readonly lines?: number;
}
