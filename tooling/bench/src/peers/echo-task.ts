/** The pieces of work of the pipeline suite: an echo as text, and one as a record. */
export type EchoTask = "echo text" | "echo record";
