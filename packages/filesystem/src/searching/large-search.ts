import { ConnectorError } from "@drawbridge/core";
import { showName } from "../paths/show-name.ts";
import type { Answer, GrepPlace, SearchedFile } from "./answer.ts";
import { FilePart, type PartStart } from "./file-part.ts";
import type { Wanted } from "./grep.ts";
import { ripgrep } from "./ripgrep.ts";
import type { OutputRecord } from "./split-records.ts";

/** What a child was fed is searched through within so many milliseconds, as a rule: before the page ends. */
const lag = 500;

interface LargeSearchOptions {
  readonly answer: Answer;
  readonly wanted: Pick<Wanted, "mode" | "context">;
  readonly pattern: readonly string[];
  /** Where the page before ended. */
  readonly after: GrepPlace | undefined;
  readonly signal: AbortSignal;
  /** When the page ends, by `performance.now()`. */
  readonly end: number;
  /** The longest that the search of one part may take, in milliseconds. */
  readonly longest: number;
  /** Called where nothing came of that: the next page would get no further. */
  readonly giveUp: () => void;
}

/** The search of the file is over, or goes on with the next page. */
interface Ended {
  readonly next: GrepPlace | undefined;
}

/**
 * Searches a large file by children that are fed from the verified descriptor, so that nobody holds more of it than a line, and
 * a page that ends within the file knows from which byte the next one goes on.
 */
export class LargeSearch {
  readonly #file: SearchedFile;
  readonly #options: LargeSearchOptions;
  readonly #identity: string;
  /** Matching lines so far, where they are counted. */
  #count = 0;

  constructor(file: SearchedFile, options: LargeSearchOptions) {
    const { dev, ino } = file.opened.stats;
    this.#file = file;
    this.#options = options;
    this.#identity = `${dev}:${ino}`;
  }

  /** Answers where the next page has to go on; undefined where the file was searched to its end. */
  async run(): Promise<GrepPlace | undefined> {
    const { answer, wanted } = this.#options;
    const until = this.#options.end - lag;
    const overlap = wanted.mode === "content" ? wanted.context : 0;
    for (let start: PartStart | undefined = this.#begin(), isFirst = true; start !== undefined; isFirst = false) {
      if (!isFirst && performance.now() > until) return this.#at(start);
      const part = new FilePart(this.#file.opened, { start, until, overlap });
      const ended = await this.#searchInTime(part, start, isFirst);
      if (ended !== undefined) return ended.next;
      start = part.next;
    }
    return this.#count > 0
      ? answer.take(this.#file, { bytes: Buffer.from(`\0${this.#count}`), cut: false })
      : undefined;
  }

  async #searchInTime(part: FilePart, start: PartStart, isFirst: boolean): Promise<Ended | undefined> {
    const { signal, longest, giveUp } = this.#options;
    const time = AbortSignal.timeout(longest);
    try {
      return await this.#search(part, start, AbortSignal.any([signal, time]));
    } catch (error) {
      if (!time.aborted || signal.aborted) throw error;
      if (!isFirst || this.#isTold()) return { next: this.#at(this.#lastMatch() ?? start) };
      giveUp();
      return { next: undefined };
    }
  }

  async #search(part: FilePart, start: PartStart, signal: AbortSignal): Promise<Ended | undefined> {
    const { answer, wanted, pattern } = this.#options;
    // What holds a NUL somewhere is a log all the same.
    const given = [...answer.arguments, "--text", "--line-buffered", ...pattern, "--", "-"];
    const file = { ...this.#file, part: start };
    for await (const record of ripgrep({ arguments: given, stdin: part, end: answer.end }, signal)) {
      if (wanted.mode === "count") {
        this.#count += countIn(record);
        continue;
      }
      const full = await answer.take(file, record);
      if (wanted.mode === "files") return { next: full };
      if (full !== undefined) return { next: this.#at(this.#lastMatch() ?? start) };
    }
    return undefined;
  }

  #begin(): PartStart {
    const { names, encoding, shown } = this.#file;
    const { after } = this.#options;
    if (after?.part === undefined || after.names.join("/") !== names.join("/"))
      return { offset: encoding.markLength, lines: 0 };
    if (after.part.identity !== this.#identity) {
      const changed = `${showName(shown)} was replaced since the previous page.`;
      throw new ConnectorError("conflict", `${changed} Leave cursor out to search anew.`);
    }
    this.#count = after.part.count;
    return after.part;
  }

  /** Whether a line of this file was told on this page. */
  #isTold(): boolean {
    return this.#options.answer.reached?.names === this.#file.names;
  }

  #lastMatch(): PartStart | undefined {
    return this.#isTold() ? this.#options.answer.reached?.match : undefined;
  }

  #at({ offset, lines }: PartStart): GrepPlace {
    const { answer, after } = this.#options;
    const { names } = this.#file;
    const goesOn = after?.names.join("/") === names.join("/");
    const line = (this.#isTold() ? answer.reached?.line : undefined) ?? (goesOn ? after.line : undefined) ?? 0;
    return { names, line, part: { offset, lines, count: this.#count, identity: this.#identity } };
  }
}

function countIn({ bytes }: OutputRecord): number {
  return Number(bytes.toString().split("\0")[1]);
}
