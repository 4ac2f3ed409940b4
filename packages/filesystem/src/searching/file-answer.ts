import type { Page } from "@drawbridge/core";
import { showName } from "../paths/show-name.ts";
import type { Answer, GrepPlace, SearchedFile } from "./answer.ts";
import type { OutputRecord } from "./split-records.ts";
import { tooSmall } from "./too-small.ts";

/** One line for each file in which the pattern matches: its path, or how many lines match and its path. */
export class FileAnswer implements Answer {
  readonly arguments: readonly string[];
  readonly end: number;
  readonly #page: Page;
  readonly #limit: number;
  readonly #lines: string[] = [];
  #last: readonly string[] | undefined;

  constructor(mode: "files" | "count", page: Page, limit: number) {
    const isCount = mode === "count";
    this.arguments = [isCount ? "--count" : "--files-with-matches", "--with-filename", "--null"];
    this.end = isCount ? 0x0a : 0;
    this.#page = page;
    this.#limit = limit;
  }

  get text(): string {
    return this.#lines.join("\n");
  }

  get facts() {
    return { files: this.#lines.length };
  }

  get reached(): GrepPlace | undefined {
    return this.#last && { names: this.#last };
  }

  pathIn({ bytes }: OutputRecord): string {
    return bytes.toString().split("\0", 1)[0] ?? "";
  }

  async take({ names, shown }: SearchedFile, { bytes }: OutputRecord): Promise<GrepPlace | undefined> {
    const [, count] = bytes.toString().split("\0");
    const line = `${count === undefined ? "" : `${count}: `}${showName(shown)}`;
    if (this.#lines.length >= this.#limit || !this.#page.take(line)) {
      if (this.reached === undefined) throw tooSmall(shown);
      return this.reached;
    }
    this.#lines.push(line);
    this.#last = names;
    return undefined;
  }
}
