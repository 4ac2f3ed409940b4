import { renameSync, statSync } from "node:fs";
import { appendFile, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { QuotaEvent } from "./quota-event.ts";

/** Beyond this the file is put aside, and what was put aside before is lost: together, months of ordinary use. */
const mostBytes = 256 << 10;

/** Events of all processes that use one token, a line each. Lines are appended whole; what is no line is passed over. */
export class LedgerFile {
  readonly #path: string;
  #offset = 0;
  #inode: number | undefined;
  #reading: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** Whether it could be written. */
  async append(event: QuotaEvent): Promise<boolean> {
    try {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      await appendFile(this.#path, `${JSON.stringify(event)}\n`, { mode: 0o600 });
    } catch {
      return false;
    }
    this.#putAside();
    return true;
  }

  /** What was appended since the last time, by whomever; at first also what was put aside. */
  news(): Promise<QuotaEvent[]> {
    const news = this.#reading.then(() => this.#read());
    this.#reading = news;
    return news;
  }

  async #read(): Promise<QuotaEvent[]> {
    const now = await readFrom(this.#path, this.#offset, this.#inode);
    if (now === undefined) return [];
    const before = now.inode === this.#inode ? undefined : await this.#readBefore();
    [this.#inode, this.#offset] = [now.inode, now.end];
    return [...(before?.events ?? []), ...now.events];
  }

  /** At first all that was put aside; later the end of what was read, which was put aside since. */
  async #readBefore(): Promise<Stretch | undefined> {
    if (this.#inode === undefined) return readFrom(this.#before, 0);
    const rest = await readFrom(this.#before, this.#offset, this.#inode);
    return rest?.inode === this.#inode ? rest : undefined;
  }

  /** In one breath, so that what was begun anew meanwhile is not put over it. */
  #putAside(): void {
    try {
      if (statSync(this.#path).size > mostBytes) renameSync(this.#path, this.#before);
    } catch {
      // Another process was faster.
    }
  }

  get #before(): string {
    return `${this.#path}.before`;
  }
}

interface Stretch {
  readonly inode: number;
  readonly end: number;
  readonly events: QuotaEvent[];
}

/** Reads whole lines from an offset on, or from the start of a file that took the place of the one that was read. */
async function readFrom(path: string, offset: number, inode?: number): Promise<Stretch | undefined> {
  try {
    await using file = await open(path, "r");
    const { ino, size } = await file.stat();
    const from = (inode !== undefined && ino !== inode) || offset > size ? 0 : offset;
    const bytes = Buffer.alloc(Math.min(size - from, 2 * mostBytes));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    const end = bytes.subarray(0, bytesRead).lastIndexOf(10) + 1;
    const lines = bytes.subarray(0, end).toString("utf8").split("\n");
    return { inode: ino, end: from + end, events: lines.flatMap(parsed) };
  } catch {
    return undefined;
  }
}

function parsed(line: string): QuotaEvent[] {
  try {
    const event = JSON.parse(line) as Partial<QuotaEvent>;
    const isEvent = typeof event.t === "number" && typeof event.f === "string" && [1, 2, 3].includes(event.tier ?? 0);
    return isEvent ? [event as QuotaEvent] : [];
  } catch {
    return [];
  }
}
