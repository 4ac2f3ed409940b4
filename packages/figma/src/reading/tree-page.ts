import { estimateTokens } from "../budget/estimate-tokens.ts";
import type { Design } from "./design.ts";
import type { Detail } from "./detail.ts";
import { type LayerLine, layerLine } from "./layer-line.ts";
import { shortenedLine } from "./shortened-line.ts";
import { definitionOf, type SharedValue } from "./style-table.ts";
import { whereItGoesOn } from "./where-it-goes-on.ts";

/** What of a design one page is to tell. */
export interface PageRequest {
  readonly detail: Detail;
  /** Levels inside what was asked for. */
  readonly depth: number;
  /** Where the page begins: the index of a layer, 0 at first. */
  readonly start: number;
  /** Of o200k, which the page never exceeds. */
  readonly tokens: number;
  /** Of UTF-8, likewise. */
  readonly bytes: number;
}

/** A page of a design, as text, and which layers it accounts for. */
export interface TreePage {
  readonly text: string;
  /** Layers that have a line of their own. */
  readonly told: number;
  /** Layers inside drawings that are told as one image. */
  readonly folded: number;
  /** Layers that are hidden. */
  readonly hidden: number;
  /** Layers deeper than was asked for. */
  readonly deeper: number;
  /** The index at which the next page begins; undefined where this one is the last. */
  readonly next: number | undefined;
}

/** One page: as many layers as fit, in order, under the shared values that they refer to. */
export function treePage(design: Design, request: PageRequest): TreePage {
  return new PageWriter(design, request).write();
}

class PageWriter {
  readonly #design: Design;
  readonly #request: PageRequest;
  readonly #definitions: string[] = [];
  readonly #defined = new Set<SharedValue>();
  readonly #lines: string[] = [];
  #tokens: number;
  #bytes: number;
  #told = 0;
  #folded = 0;
  #hidden = 0;
  #deeper = 0;

  constructor(design: Design, request: PageRequest) {
    this.#design = design;
    this.#request = request;
    // The line end between both parts of a page.
    this.#tokens = request.tokens - 1;
    this.#bytes = request.bytes - 1;
  }

  write(): TreePage {
    const { flat } = this.#design;
    const { start } = this.#request;
    if (start > 0) this.#addPlace(start);
    let index = start;
    while (index < flat.length) {
      const end = this.#endOf(index);
      const left = this.#left(index, end);
      if (!this.#add(layerLine(this.#design, index, this.#request.detail, left))) {
        if (this.#told > 0) break;
        this.#addShortened(layerLine(this.#design, index, this.#request.detail, left));
      }
      this.#told += 1;
      this.#hidden += left.hidden;
      if (this.#design.folds[index] === 1) this.#folded += end - index - 1;
      else this.#deeper += left.inside;
      index = end;
    }
    const definitions = this.#definitions.length === 0 ? "" : `${this.#definitions.join("")}\n`;
    return {
      // The last line ends with the text.
      text: (definitions + this.#lines.join("")).slice(0, -1),
      told: this.#told,
      folded: this.#folded,
      hidden: this.#hidden,
      deeper: this.#deeper,
      next: index < flat.length ? index : undefined,
    };
  }

  /** The first layer after this one that has a line of its own. */
  #endOf(index: number): number {
    const { flat, folds } = this.#design;
    const isLast = (flat.depths[index] ?? 0) >= this.#request.depth;
    return isLast || folds[index] === 1 ? (flat.ends[index] ?? index + 1) : index + 1;
  }

  #left(index: number, end: number): { hidden: number; inside: number } {
    const { flat, folds } = this.#design;
    let hidden = 0;
    for (let inside = index; inside < end; inside += 1) hidden += flat.hidden[inside] ?? 0;
    return { hidden, inside: folds[index] === 1 ? 0 : end - index - 1 };
  }

  /** Adds a line if it fits, with what it refers to. */
  #add({ head, facts, characters, needs }: LayerLine): boolean {
    const line = `${head}${facts}${characters}\n`;
    const wanted = this.#undefined(needs);
    let tokens = estimateTokens(line);
    let bytes = Buffer.byteLength(line);
    for (const shared of wanted) {
      const definition = `${definitionOf(shared)}\n`;
      shared.tokens ??= estimateTokens(definition);
      tokens += shared.tokens;
      bytes += Buffer.byteLength(definition);
    }
    if (tokens > this.#tokens || bytes > this.#bytes) return false;
    this.#tokens -= tokens;
    this.#bytes -= bytes;
    for (const shared of wanted) {
      this.#defined.add(shared);
      this.#definitions.push(`${definitionOf(shared)}\n`);
    }
    this.#lines.push(line);
    return true;
  }

  /** What a line refers to and the page does not tell yet, each before what refers to it. */
  #undefined(needs: readonly SharedValue[]): readonly SharedValue[] {
    if (needs.length === 0) return needs;
    const wanted = new Set<SharedValue>();
    for (const shared of needs) {
      for (const inner of shared.needs) if (!this.#defined.has(inner)) wanted.add(inner);
      if (!this.#defined.has(shared)) wanted.add(shared);
    }
    return [...wanted];
  }

  /** A layer that a whole page has no room for is cut: its text first, then its facts. */
  #addShortened(line: LayerLine): void {
    const shortened = `${shortenedLine(line, this.#tokens - 1, this.#bytes - 1)}\n`;
    this.#tokens -= estimateTokens(shortened);
    this.#bytes -= Buffer.byteLength(shortened);
    this.#lines.push(shortened);
  }

  #addPlace(start: number): void {
    const told = whereItGoesOn(this.#design, start, Math.floor(this.#tokens / 4));
    if (told === undefined) return;
    const place = `${told}\n`;
    this.#tokens -= estimateTokens(place);
    this.#bytes -= Buffer.byteLength(place);
    this.#lines.push(place);
  }
}
