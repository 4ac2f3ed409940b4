import { placeholder } from "./placeholder.ts";
import { secretFinder } from "./secret-finder.ts";
import type { SecretPattern } from "./secret-pattern.ts";
import { secretPatterns } from "./secret-patterns.ts";
import type { Span } from "./span.ts";

/** Below this length a secret would be found in harmless text, and is too weak to be worth hiding. */
const shortest = 6;

/** The shortest text that any of the patterns matches: an address with a password of one letter. */
const shortestToken = "a://:p@".length;

/** Up to here one pattern finds that there is no telltale faster than a search for each. */
const shortText = 256;

const anyTelltale = new RegExp(
  secretPatterns
    .flatMap(({ telltales }) => telltales)
    .map((telltale) => telltale.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|"),
);

/** As far as a secret reaches that is known by its shape: a private key. */
const longestToken = 16 * 1024;

/** Characters for a byte of a secret: six in JSON, and a backslash before it for each level more; percent-encoded likewise. */
const widestForm = 8;

/** Looking further would make every page of a file cost more than anybody waits for. */
const longestReach = 4 * 1024 * 1024;

/** Takes secrets out of text: every configured secret's value, in the forms it travels in, and known token shapes. */
export class Redactor {
  /** In characters, how far a secret may reach, in the longest of the forms it travels in. */
  readonly reach: number;
  readonly #finders: ReadonlyArray<(text: string) => Iterable<Span>>;

  /** The last long text that nothing was found in: an answer's text comes by more than once. */
  #clean = "";

  constructor(secrets: readonly string[] = []) {
    // Longest first: of two secrets where one begins with the other, the whole of the longer goes.
    const longestFirst = [...new Set(secrets)].sort((a, b) => b.length - a.length);
    const bytes = Math.max(0, ...longestFirst.map((secret) => Buffer.byteLength(secret)));
    this.reach = Math.max(longestToken, Math.min(bytes * widestForm, longestReach));
    this.#finders = longestFirst.filter((secret) => secret.length >= shortest).map(secretFinder);
  }

  /** The text with a placeholder where each secret stood. */
  readonly text = (text: string): string => {
    // No secret is shorter, and most texts of a record are.
    if (text.length < shortest) return text;
    const redacted = text === this.#clean ? text : withoutTokens(this.#withoutConfigured(text));
    // Also where it was equal: what is compared again is then the same text, which is told at once.
    if (redacted === text && text.length > shortText) this.#clean = text;
    return redacted;
  };

  /**
   * A stretch of a longer text without the parts of secrets that its borders cut through, which nobody would recognise
   * in the stretch alone. Whole secrets inside it are left to `text`.
   *
   * @param before what comes before it, as far as a secret may reach
   */
  readonly stretch = (before: string, stretch: string, after: string): string => {
    if (before === "" && after === "") return stretch;
    const whole = before + stretch + after;
    const [start, end] = [before.length, before.length + stretch.length];
    let [from, to] = [start, end];
    for (const [first, last] of this.#spans(whole)) {
      if (first < start && last > start) from = Math.max(from, Math.min(last, end));
      if (first < end && last > end) to = Math.min(to, Math.max(first, start));
    }
    const mark = placeholder("part of a secret");
    return `${from > start ? mark : ""}${whole.slice(from, to)}${to < end && from < end ? mark : ""}`;
  };

  /** What is between two placeholders is looked through for the next secret, and no placeholder is. */
  #withoutConfigured(text: string, next = 0): string {
    const finder = this.#finders[next];
    if (finder === undefined) return text;
    let clean = "";
    let end = 0;
    for (const [first, last] of finder(text)) {
      clean += this.#withoutConfigured(text.slice(end, first), next + 1) + placeholder("configured secret");
      end = last;
    }
    return clean + this.#withoutConfigured(text.slice(end), next + 1);
  }

  *#spans(text: string): Generator<Span> {
    for (const finder of this.#finders) yield* finder(text);
    for (const { patterns, ...marks } of secretPatterns) {
      if (!mayHold(text, marks)) continue;
      for (const match of patterns.flatMap((pattern) => [...text.matchAll(pattern)])) {
        yield [match.index + (match[1] ?? "").length, match.index + match[0].length];
      }
    }
  }
}

function withoutTokens(text: string): string {
  if (text.length < shortestToken || (text.length <= shortText && !anyTelltale.test(text))) return text;
  let clean = text;
  for (const { kind, patterns, ...marks } of secretPatterns) {
    if (!mayHold(clean, marks)) continue;
    for (const pattern of patterns) {
      // The second argument is the group, or where there is none the place of the match.
      clean = clean.replace(pattern, (_, before: string | number) =>
        typeof before === "string" ? before + placeholder(kind) : placeholder(kind),
      );
    }
  }
  return clean;
}

/** A look for one character passes through a text many times as fast as one for a word whose first letter is common. */
function mayHold(text: string, { telltales, sign }: Pick<SecretPattern, "telltales" | "sign">): boolean {
  if (sign !== undefined && !text.includes(sign)) return false;
  return telltales.some((telltale) => text.includes(telltale));
}
