import { sha256 } from "@drawbridge/core";

/** What is written into a file, and what tells it from anything else: looked at once, and needed several times. */
export class NewContent {
  readonly content: Buffer;
  /** SHA-256, in hexadecimal. */
  readonly digest: string;

  constructor(content: Buffer) {
    this.content = content;
    this.digest = sha256(content);
  }
}
