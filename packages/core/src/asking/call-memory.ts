/** What is known of a call's earlier rounds. The host carries it and could read it: secrets do not belong in it. */
export interface CallMemory {
  /** The call's reference, which it keeps through the asking. */
  readonly call: string;
  /** How many times the host was asked. */
  readonly round: number;
  /** By the names of the questions, as the host gave them. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** What a person was shown to allow; undefined where none has been asked that yet. */
  readonly shown?: {
    /** Of the tool's plan; null for a tool that has none. */
    readonly stateDigest: string | null;
  };
}
