/** One turn of the conversation: what a person asks, and the call by which a model would find the answer. */
export interface Question {
  readonly asked: string;
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
}
