import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from "node:fs";
import { nodeCrypto } from "../digest/node-crypto.ts";

const step = 16 * 1024;

/** What a call's `ended` line has more than its `started` line, at most: its outcome, code, duration and size. */
const endingBytes = 256;

/**
 * Room on the disk for the lines that tell how begun changes ended, held by `<file>.reserve` until a full disk asks for
 * it. A `started` line is the shorter one and may still fit where the other does not: a change would be made whose
 * outcome nobody recorded. Twice what was promised is held, since a file grows by whole blocks. It costs nothing until
 * the first change, and nothing after it while the disk has room.
 */
export class Reserve {
  readonly #file: string;
  readonly #promised = new Map<string, number>();
  #promisedBytes = 0;
  #descriptor: number | undefined;
  #size = 0;

  constructor(file: string) {
    this.#file = `${file}.reserve`;
  }

  /** Whether the `ended` line of this call has room promised. */
  holds(call: string): boolean {
    return this.#promised.has(call);
  }

  /** Throws the system's error when the room cannot be had. */
  promise(call: string, startedBytes: number): void {
    this.settle(call);
    const bytes = startedBytes + endingBytes;
    this.#grow(Math.ceil((2 * (this.#promisedBytes + bytes)) / step + 1) * step);
    this.#promised.set(call, bytes);
    this.#promisedBytes += bytes;
  }

  /** The call has ended, or did not begin. */
  settle(call: string): void {
    this.#promisedBytes -= this.#promised.get(call) ?? 0;
    this.#promised.delete(call);
  }

  /** Gives a part of the room back to the disk; false when there is none left. */
  release(): boolean {
    if (this.#descriptor === undefined || this.#size === 0) return false;
    this.#size = Math.max(0, this.#size - step);
    ftruncateSync(this.#descriptor, this.#size);
    return true;
  }

  close(): void {
    if (this.#descriptor === undefined) return;
    closeSync(this.#descriptor);
    rmSync(this.#file, { force: true });
    this.#descriptor = undefined;
  }

  /** Filled with what no file system can compress: it would take no room. */
  #grow(size: number): void {
    this.#descriptor ??= this.#open();
    while (this.#size < size) {
      const bytes = nodeCrypto().randomBytes(size - this.#size);
      this.#size += writeSync(this.#descriptor, bytes, 0, bytes.length, this.#size);
    }
  }

  /** One that a crash left is made anew. */
  #open(): number {
    rmSync(this.#file, { force: true });
    return openSync(this.#file, "wx", 0o600);
  }
}
