import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  renameSync,
  writeSync,
} from "node:fs";
import type { AuditEvent } from "./audit-event.ts";

import { type ChainEnd, chainStart, nextLine } from "./chain.ts";
import { lockFile } from "./lock-file.ts";
import { readChainEnd } from "./read-chain-end.ts";
import { readHead } from "./read-head.ts";

/** A file that grows beyond this is put aside under a name with its last number, and the chain goes on in a new one. */
const largestFile = 256 * 1024 * 1024;

interface AuditLogOptions {
  /** Force every line to the disk, so that a power failure loses none. */
  readonly sync: boolean;
  readonly largestBytes?: number;
}

/**
 * An append-only file of hash-chained lines. A line has reached the system when `append` returns, so that a crash of
 * this process loses none. The head, where the chain stands, is also kept in `<file>.head`: lines cut from the end of
 * the file can be told from it.
 */
export class AuditLog {
  readonly #file: string;
  readonly #sync: boolean;
  readonly #largestBytes: number;
  readonly #lock: { release(): void };
  #descriptor: number;
  #head: number;
  #end: ChainEnd;
  #size: number;

  /** Throws when the file cannot be written, is another process's, or does not end as its chain and head say. */
  constructor(file: string, { sync, largestBytes = largestFile }: AuditLogOptions) {
    this.#file = file;
    this.#sync = sync;
    this.#largestBytes = largestBytes;
    this.#lock = lockFile(file);
    try {
      this.#end = existsSync(file) ? readChainEnd(file) : chainStart;
      const head = readHead(file);
      if (head !== undefined && head.seq > this.#end.seq) {
        throw new Error(`it ends with line ${this.#end.seq}, and its head knows of ${head.seq}: lines are missing`);
      }
      this.#descriptor = openSync(file, "a", 0o600);
      this.#head = openSync(`${file}.head`, head === undefined ? "w" : "r+", 0o600);
      this.#size = fstatSync(this.#descriptor).size;
    } catch (error) {
      this.#lock.release();
      throw error;
    }
  }

  /** Throws the system's error, the chain unharmed, when the line cannot be written. */
  append(event: AuditEvent): void {
    if (this.#size > this.#largestBytes) this.#rotate();
    const { text, end } = nextLine(this.#end, event, new Date());
    this.#write(Buffer.from(`${text}\n`));
    this.#end = end;
    this.#writeHead();
  }

  close(): void {
    closeSync(this.#descriptor);
    closeSync(this.#head);
    this.#lock.release();
  }

  /** A line that could be written in part only is taken back: it would join with the next. */
  #write(line: Buffer): void {
    let written = 0;
    try {
      while (written < line.length) written += writeSync(this.#descriptor, line, written);
      if (this.#sync) fdatasyncSync(this.#descriptor);
    } catch (error) {
      if (written > 0) ftruncateSync(this.#descriptor, this.#size);
      throw error;
    }
    this.#size += line.length;
  }

  #writeHead(): void {
    // Of one width, so that overwriting leaves nothing of what stood there.
    writeSync(this.#head, `${String(this.#end.seq).padStart(15, "0")} ${this.#end.hash}\n`, 0);
  }

  #rotate(): void {
    renameSync(this.#file, `${this.#file}.${this.#end.seq}`);
    closeSync(this.#descriptor);
    this.#descriptor = openSync(this.#file, "a", 0o600);
    this.#size = 0;
  }
}
