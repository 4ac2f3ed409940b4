/** What a file is to hold, and what tells it from anything else. */
export interface FileContent {
  /** In bytes. */
  readonly length: number;
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
  /** Writes all of it. */
  fill(descriptor: number, signal: AbortSignal | undefined): Promise<void>;
}
