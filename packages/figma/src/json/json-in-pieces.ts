import { randomUUID } from "node:crypto";
import { SharedValues } from "./shared-values.ts";

/** Smaller pieces cost more time, larger ones more memory. */
const usualPiece = 16 << 10;

/** A mark is written over the piece that it stands for. */
const longestMark = 60;

/** No more of what arrives is moved when a piece is taken out of it. */
const slice = 64 << 10;

/** Levels of objects and arrays, of which 200,000 layers inside each other have twice as many. What is nothing but beginnings would take many times its size. */
const deepest = 1_000_000;

const byteOrderMark = Buffer.from("\ufeff");

const [quote, backslash, openObject, closeObject, openArray, closeArray] = Buffer.from('"\\{}[]');

/**
 * Parses JSON while it arrives, to what JSON.parse would make of the whole: an object inside an array is parsed as soon as it ends, and a short
 * mark stands for it in the text around it. So the text is never there as a whole, nor what a parser needs beside it, and values that
 * recur are there once: a document takes a fraction of what it would take otherwise.
 */
export class JsonInPieces {
  /** What has not been parsed yet. */
  #text = Buffer.allocUnsafe(4 * slice);
  #length = 0;
  /** How far the text was looked at. */
  #at = 0;
  #isInString = false;
  /** Where each object (from 0) and array (as its complement) begins that has not ended yet. */
  readonly #open: number[] = [];
  readonly #pieces: unknown[] = [];
  /** Nobody can know it before, so that no text of a document is taken for a mark. */
  readonly #mark = randomUUID();
  readonly #shared = new SharedValues(this.#mark);
  readonly #leastPiece: number;

  /** @param leastPiece bytes from which an object is parsed by itself */
  constructor(leastPiece = usualPiece) {
    this.#leastPiece = Math.max(longestMark, leastPiece);
  }

  /** @throws SyntaxError where this can be no JSON */
  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; from += slice) {
      this.#append(chunk.subarray(from, from + slice));
      this.#look();
    }
    if (this.#open.length > deepest) throw new SyntaxError("Objects and arrays inside each other without an end");
  }

  /** What was pushed, as a value. Equal parts of it may be one object: it is not to be changed.
   *
   * @throws SyntaxError where it is no JSON */
  end(): unknown {
    // JSON.parse takes none, and whoever decodes an answer leaves it out.
    const start = this.#text.subarray(0, Math.min(3, this.#length)).equals(byteOrderMark) ? 3 : 0;
    const [root] = this.#settled([JSON.parse(this.#text.toString("utf8", start, this.#length))]);
    return root;
  }

  #append(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#text.length) {
      const larger = Buffer.allocUnsafe(2 * length);
      this.#text.copy(larger, 0, 0, this.#length);
      this.#text = larger;
    }
    this.#text.set(bytes, this.#length);
    this.#length = length;
  }

  #look(): void {
    const text = this.#text;
    let isInString = this.#isInString;
    let at = this.#at;
    for (; at < this.#length; at += 1) {
      const byte = text[at];
      if (isInString) {
        // What follows it may come with the next chunk: then that begins behind it.
        if (byte === backslash) at += 1;
        else if (byte === quote) isInString = false;
      } else if (byte === quote) isInString = true;
      else if (byte === openObject) this.#open.push(at);
      else if (byte === openArray) this.#open.push(~at);
      else if (byte === closeObject || byte === closeArray) at = this.#close(at, byte === closeObject);
    }
    this.#at = at;
    this.#isInString = isInString;
  }

  /** Returns where the end is now. */
  #close(end: number, isObject: boolean): number {
    const start = this.#open.pop();
    if (start === undefined || start >= 0 !== isObject) throw new SyntaxError(`Unexpected end of an object or array`);
    const isInArray = (this.#open.at(-1) ?? 0) < 0;
    return isObject && isInArray && end - start >= this.#leastPiece ? this.#takeOut(start, end + 1) : end;
  }

  #takeOut(start: number, end: number): number {
    const text = this.#text;
    const [piece] = this.#settled([JSON.parse(text.toString("utf8", start, end))]);
    const mark = `"${this.#mark}${this.#pieces.push(piece) - 1}"`;
    const markEnd = start + text.write(mark, start, "latin1");
    text.copyWithin(markEnd, end, this.#length);
    this.#length -= end - markEnd;
    return markEnd - 1;
  }

  /** Puts pieces where their marks stand, and one value for all that are equal. Without recursion: a design may be deep. */
  #settled(root: unknown[]): unknown[] {
    const open: object[] = [root];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (Array.isArray(value)) this.#settleItems(value, open);
      else this.#settleFields(value as Record<string, unknown>, open);
    }
    return root;
  }

  #settleItems(items: unknown[], open: object[]): void {
    for (const [index, item] of items.entries()) {
      if (typeof item === "string" && item.startsWith(this.#mark))
        items[index] = this.#pieces[Number(item.slice(this.#mark.length))];
      else if (typeof item === "object" && item !== null) open.push(item);
    }
  }

  #settleFields(fields: Record<string, unknown>, open: object[]): void {
    for (const name of Object.keys(fields)) {
      const value = fields[name];
      if (typeof value !== "object" || value === null) continue;
      const shared = this.#shared.find(name, value);
      if (shared === undefined) open.push(value);
      else fields[name] = shared;
    }
  }
}
