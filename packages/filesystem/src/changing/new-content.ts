import { sha256 } from "@drawbridge/core";
import { writeAll } from "./disk/write-all.ts";
import type { FileContent } from "./file-content.ts";

/** What is written into a file, held in memory: looked at once, and needed several times. */
export class NewContent implements FileContent {
  readonly content: Buffer;
  readonly length: number;
  readonly digest: string;

  constructor(content: Buffer) {
    this.content = content;
    this.length = content.length;
    this.digest = sha256(content);
  }

  fill(descriptor: number): Promise<void> {
    return writeAll(descriptor, this.content);
  }
}
