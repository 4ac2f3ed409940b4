/** In characters: a message that is longer goes out in parts of this length. */
export const longestPart = 256 * 1024;

/** In characters: longer messages are sent by nobody and taken by nobody. */
export const longestMessage = 24 * 1024 * 1024;

/** In bytes: what one WebSocket message may have, whatever a part's characters need when they are escaped. */
export const largestFrame = 2 * 1024 * 1024;

const mostParts = Math.ceil(longestMessage / longestPart);

/**
 * A message as the texts that go over the wire, one WebSocket message each. Parts of one message follow each other directly.
 *
 * @throws RangeError where the message is longer than anybody takes
 */
export function framesOf(message: unknown): string[] {
  const text = JSON.stringify(message);
  if (text.length <= longestPart) return [text];
  if (text.length > longestMessage) throw new RangeError(`a message of ${text.length} characters`);
  const count = Math.ceil(text.length / longestPart);
  return Array.from({ length: count }, (_, at) =>
    JSON.stringify({ type: "part", at, of: count, text: text.slice(at * longestPart, (at + 1) * longestPart) }),
  );
}

interface Part {
  readonly type: "part";
  readonly at: number;
  readonly of: number;
  readonly text: string;
}

/** Puts one connection's messages together again. Throws at what no honest end sends; the connection is then of no use. */
export class Assembler {
  #parts: string[] = [];
  #of = 0;

  /** Returns a message once it is whole, and undefined while parts are missing. */
  take(frame: string): unknown {
    const value: unknown = JSON.parse(frame);
    if (!isPart(value)) {
      if (this.#parts.length > 0 && !isBeat(value)) throw new SyntaxError("a message between the parts of another");
      return value;
    }
    if (value.at !== this.#parts.length || (value.at > 0 && value.of !== this.#of))
      throw new SyntaxError("a part out of its order");
    this.#of = value.of;
    this.#parts.push(value.text);
    if (this.#parts.length < value.of) return undefined;
    const whole = this.#parts.join("");
    this.#parts = [];
    return JSON.parse(whole);
  }
}

function isBeat(value: unknown): boolean {
  return typeof value === "object" && value !== null && "type" in value && value.type === "beat";
}

function isPart(value: unknown): value is Part {
  if (typeof value !== "object" || value === null || !("type" in value) || value.type !== "part") return false;
  const { at, of, text } = value as Partial<Part>;
  const sound =
    Number.isInteger(at) &&
    Number.isInteger(of) &&
    typeof text === "string" &&
    Number(of) >= 2 &&
    Number(of) <= mostParts &&
    text.length <= longestPart;
  if (!sound) throw new SyntaxError("a part that is none");
  return true;
}
