import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  openSync,
  renameSync,
  rmSync,
  truncateSync,
  writeSync,
} from "node:fs";
import type { AuditEvent } from "./audit-event.ts";
import { type ChainEnd, nextLine } from "./chain.ts";
import { lockFile } from "./lock-file.ts";
import { readHead } from "./read-head.ts";
import { realPlace } from "./real-place.ts";
import { Reserve } from "./reserve.ts";
import { resumeChain } from "./resume-chain.ts";

/** A file that grows beyond this is put aside under a name with its last number, and the chain goes on in a new one. */
const largestFile = 256 * 1024 * 1024;

/** ENOSPC and EDQUOT: what room that is given back can mend. */
const fullDisk = new Set(["ENOSPC", "EDQUOT"]);

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
  readonly #reserve: Reserve;
  #descriptor: number;
  #head: number;
  #end: ChainEnd;
  #size: number;

  /** Throws when the file cannot be written, is another process's, or does not end as its chain and head say. */
  constructor(file: string, { sync, largestBytes = largestFile }: AuditLogOptions) {
    this.#file = realPlace(file);
    this.#sync = sync;
    this.#largestBytes = largestBytes;
    this.#reserve = new Reserve(this.#file);
    this.#lock = lockFile(this.#file);
    try {
      const { whole, ...end } = resumeChain(this.#file);
      this.#end = end;
      this.#size = whole;
      this.#descriptor = openSync(this.#file, "a", 0o600);
      if (fstatSync(this.#descriptor).size > whole) truncateSync(this.#file, whole);
      this.#head = openHead(this.#file);
    } catch (error) {
      this.#lock.release();
      throw error;
    }
  }

  /**
   * Throws the system's error, the chain unharmed, when the line cannot be written. What a full disk takes as `started`
   * it also takes as `ended`.
   */
  append(event: AuditEvent): void {
    const isPromised = this.#reserve.holds(event.call);
    // A new file may need more room than was promised.
    if (this.#size > this.#largestBytes && !isPromised) this.#rotate();
    const { text, end } = nextLine(this.#end, event, new Date());
    const line = Buffer.from(`${text}\n`);
    if (event.event === "started") this.#reserve.promise(event.call, line.length);
    try {
      this.#write(line, isPromised);
    } catch (error) {
      this.#reserve.settle(event.call);
      throw error;
    }
    if (isPromised) this.#reserve.settle(event.call);
    this.#end = end;
    this.#writeHead();
  }

  close(): void {
    closeSync(this.#descriptor);
    closeSync(this.#head);
    this.#reserve.close();
    this.#lock.release();
  }

  #write(line: Buffer, isPromised: boolean): void {
    try {
      this.#writeWhole(line);
    } catch (error) {
      const isFull = fullDisk.has((error as NodeJS.ErrnoException).code ?? "");
      if (!isPromised || !isFull || !this.#reserve.release()) throw error;
      this.#write(line, isPromised);
    }
  }

  /** A line that could be written in part only is taken back: it would join with the next. */
  #writeWhole(line: Buffer): void {
    let written = 0;
    try {
      while (written < line.length) written += writeSync(this.#descriptor, line, written);
      if (this.#sync) fdatasyncSync(this.#descriptor);
    } catch (error) {
      if (written > 0) truncateSync(this.#file, this.#size);
      throw error;
    }
    this.#size += line.length;
  }

  #writeHead(): void {
    // Of one width, so that overwriting leaves nothing of what stood there.
    writeSync(this.#head, `${String(this.#end.seq).padStart(15, "0")} ${this.#end.hash}\n`, 0);
  }

  /** Where there is no room for a new file the old one keeps its name. */
  #rotate(): void {
    const part = `${this.#file}.${this.#end.seq}`;
    if (existsSync(part)) throw new Error(`it cannot be put aside as ${part}: there is such a file already`);
    renameSync(this.#file, part);
    let next: number;
    try {
      next = openSync(this.#file, "ax", 0o600);
    } catch (error) {
      renameSync(part, this.#file);
      throw error;
    }
    closeSync(this.#descriptor);
    this.#descriptor = next;
    this.#size = 0;
  }
}

/** One that never was written to is made anew, so that a link which somebody laid there is not followed. */
function openHead(file: string): number {
  if (readHead(file) !== undefined) return openSync(`${file}.head`, "r+");
  rmSync(`${file}.head`, { force: true });
  return openSync(`${file}.head`, "wx", 0o600);
}
