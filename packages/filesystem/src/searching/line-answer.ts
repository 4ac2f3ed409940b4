import type { ToolContext } from "@drawbridge/core";
import { showName } from "../paths/show-name.ts";
import type { Answer, GrepPlace, SearchedFile } from "./answer.ts";
import { type FoundLine, lineArguments, readLine } from "./read-line.ts";
import { showLine } from "./show-line.ts";
import type { OutputRecord } from "./split-records.ts";
import { tooSmall } from "./too-small.ts";

interface LineAnswerOptions {
  /** Most matching lines. */
  readonly limit: number;
  /** Lines around each. */
  readonly context: number;
  /** Where the page before ended within a file. */
  readonly after: GrepPlace | undefined;
}

/** Matching lines with their numbers, and lines around them, under the path of their file. */
export class LineAnswer implements Answer {
  readonly arguments: readonly string[];
  readonly end = 0x0a;
  readonly #options: LineAnswerOptions;
  readonly #call: Pick<ToolContext<unknown>, "page" | "withoutCutSecrets">;
  readonly #parts: string[] = [];
  #matches = 0;
  #files = 0;
  #file: SearchedFile | undefined;
  /** The number of the last line told of the file. */
  #line = 0;

  constructor(call: Pick<ToolContext<unknown>, "page" | "withoutCutSecrets">, options: LineAnswerOptions) {
    this.#call = call;
    this.#options = options;
    this.arguments = [...lineArguments, `--context=${options.context}`];
  }

  get text(): string {
    return this.#parts.join("\n");
  }

  get facts() {
    return { lines: this.#matches, files: this.#files };
  }

  get reached(): GrepPlace | undefined {
    return this.#file && { names: this.#file.names, line: this.#line };
  }

  pathIn({ bytes }: OutputRecord): string | undefined {
    const end = bytes.indexOf(0);
    return end < 0 ? undefined : bytes.toString("latin1", 0, end);
  }

  async take(file: SearchedFile, record: OutputRecord): Promise<GrepPlace | undefined> {
    const { limit, after } = this.#options;
    const isSame = file === this.#file;
    const told = isSame ? this.#line : isPlace(file, after) ? (after?.line ?? 0) : 0;
    const found = readLine(record);
    if (found === undefined || found.number <= told) return undefined;
    const part = this.#heading(file, found) + (await showLine(file, found, this.#call.withoutCutSecrets));
    if ((found.isMatch && this.#matches >= limit) || !this.#call.page.take(part)) {
      if (this.#parts.length === 0) throw tooSmall(file.shown);
      return { names: file.names, line: told };
    }
    this.#parts.push(part);
    if (found.isMatch) this.#matches += 1;
    if (!isSame) this.#files += 1;
    [this.#file, this.#line] = [file, found.number];
    return undefined;
  }

  /** The file's path above its first line, and a mark where lines between two are left out. */
  #heading(file: SearchedFile, { number }: FoundLine): string {
    if (file === this.#file) return this.#options.context > 0 && number > this.#line + 1 ? "--\n" : "";
    const links = Number(file.opened.stats.nlink);
    const note = links > 1 ? ` (hard link: the same file has other names, nlink: ${links})` : "";
    const read = file.recoded === undefined ? "" : ` (read as ${file.recoded}, which is a guess)`;
    return `${this.#parts.length > 0 ? "\n" : ""}${showName(file.shown)}${note}${read}\n`;
  }
}

function isPlace({ names }: SearchedFile, place: GrepPlace | undefined): boolean {
  return place !== undefined && place.names.join("/") === names.join("/");
}
