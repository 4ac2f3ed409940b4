/** One turn of the conversation: what a person asks, and the call by which a model would find the answer. */
export interface Question {
  readonly asked: string;
  readonly tool: string;
  /** @param last the structured part of the last answer that was no refusal, on which it may rest */
  input(last: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** Of the answer, that are shown; a dozen without it. */
  readonly lines?: number;
  /** Whether the picture in the answer is worth its lines. */
  readonly hasPicture?: boolean;
  /** Keeps what later questions want of the answer. */
  keep?(answer: string): void;
  /** What a person does after the answer, in the program that is asked about. */
  readonly meanwhile?: { readonly told: string; readonly done: (answer: string) => Promise<void> | void };
}
