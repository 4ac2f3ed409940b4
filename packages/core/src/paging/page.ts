import { makeVisible } from "../fence/make-visible.ts";
import { jsonBytes } from "./json-bytes.ts";

/** Hosts' buffers hold 10 MiB and drop the connection beyond; a reply this large is already slow to take in. */
const mostWireBytes = 1_400_000;

/**
 * One page of an answer, while a tool fills it: where to begin, what still fits, and where the next page begins. The
 * tool asks before it adds, so that nothing is gathered that could not leave.
 */
export class Page {
  /** Where the previous page stopped, as the tool left it with `stopAt`; undefined on the first page. */
  readonly place: unknown;
  readonly #shown: (text: string) => string;
  #bytesLeft: number;
  #wireLeft = mostWireBytes;
  #next: unknown;

  /**
   * @param bytes what the answer may hold, as the model sees it
   * @param shown what redaction and the fence make of a text, which may be longer than it was
   */
  constructor(place: unknown, bytes: number, shown: (text: string) => string = makeVisible) {
    this.place = place;
    this.#shown = shown;
    this.#bytesLeft = bytes;
  }

  /** Bytes of the answer's budget that are not taken yet. */
  get bytesLeft(): number {
    return this.#bytesLeft;
  }

  /** Takes room for one more item of the answer (a text, or a record's row), if there is enough. */
  take(item: unknown): boolean {
    const isText = typeof item === "string";
    const shown = this.#shown(isText ? item : withRawControls(JSON.stringify(item)));
    const shownBytes = Buffer.byteLength(shown);
    const bytes = shownBytes + 1;
    // JSON writes a character in at most two, once no control is left; a record goes out as text and as a structure.
    const mostWire = bytes * (isText ? 2 : 3);
    const wire = mostWire <= this.#wireLeft ? mostWire : jsonBytes(shown, shownBytes) + (isText ? 0 : bytes);
    if (bytes > this.#bytesLeft || wire > this.#wireLeft) return false;
    this.#bytesLeft -= bytes;
    this.#wireLeft -= wire;
    return true;
  }

  /** Takes room for texts that follow one another: for all of them, or else for as many, from the first on, as it returns. */
  takeTexts(texts: readonly string[]): number {
    // To look through them together is many times as fast.
    if (texts.length > 1 && this.take(texts.join(""))) return texts.length;
    let taken = 0;
    for (const text of texts) {
      if (!this.take(text)) break;
      taken += 1;
    }
    return taken;
  }

  /** More follows, from this place on. Anything that JSON can carry; sealed before it leaves. */
  stopAt(place: unknown): void {
    this.#next = place;
  }

  /** The place given to `stopAt`; undefined when this page is the last. */
  get next(): unknown {
    return this.#next;
  }
}

/**
 * The JSON with its escaped controls as they were: the fence comes before JSON, and shows in twelve bytes what JSON
 * would escape in two. Escapes are read in turn, so that an escaped backslash begins none.
 */
function withRawControls(json: string): string {
  return json.includes("\\")
    ? json.replace(/\\(?:(u00[01][\da-f]|[bf]|r(?!\\n))|.)/g, (escaped, control) =>
        control === undefined ? escaped : "\0",
      )
    : json;
}
