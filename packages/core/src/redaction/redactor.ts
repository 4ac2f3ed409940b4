import { placeholder } from "./placeholder.ts";
import { encodingMarks, secretForms } from "./secret-forms.ts";
import { secretPatterns } from "./secret-patterns.ts";

/** Below this length a secret would be found in harmless text, and is too weak to be worth hiding. */
const shortest = 6;

/** The shortest text that any of the patterns matches: an address with a password of one letter. */
const shortestToken = "a://:p@".length;

/** Takes secrets out of text: every configured secret's value, in the forms it travels in, and known token shapes. */
export class Redactor {
  readonly #plain: RegExp | undefined;
  readonly #encoded: RegExp | undefined;

  /** The last text that nothing was found in: an answer's text comes by more than once. */
  #clean = "";

  constructor(secrets: readonly string[] = []) {
    // Longest first: of two secrets where one begins with the other, the whole of the longer goes.
    const longestFirst = [...new Set(secrets)].sort((a, b) => b.length - a.length);
    const forms = longestFirst.filter((secret) => secret.length >= shortest).map(secretForms);
    if (forms.length === 0) return;
    this.#plain = new RegExp(forms.flatMap(({ plain }) => plain).join("|"), "g");
    this.#encoded = new RegExp(forms.flatMap(({ encoded }) => encoded).join("|"), "g");
  }

  /** The text with a placeholder where each secret stood. */
  readonly text = (text: string): string => {
    // No secret is shorter, and most texts of a record are.
    if (text.length < shortest || text === this.#clean) return text;
    const redacted = withoutTokens(this.#withoutConfigured(text));
    if (redacted === text) this.#clean = text;
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

  #withoutConfigured(text: string): string {
    const configured = this.#configuredIn(text);
    return configured === undefined ? text : text.replace(configured, () => placeholder("configured secret"));
  }

  /** Most texts have none of the marks, and the shorter pattern looks through them several times as fast. */
  #configuredIn(text: string): RegExp | undefined {
    return this.#encoded !== undefined && encodingMarks.test(text) ? this.#encoded : this.#plain;
  }

  *#spans(text: string): Generator<readonly [start: number, end: number]> {
    const patterns = secretPatterns.filter(({ telltales }) => holdsOne(text, telltales)).map(({ pattern }) => pattern);
    const configured = this.#configuredIn(text);
    for (const pattern of configured === undefined ? patterns : [configured, ...patterns]) {
      for (const match of text.matchAll(pattern)) {
        yield [match.index + (match[1] ?? "").length, match.index + match[0].length];
      }
    }
  }
}

function withoutTokens(text: string): string {
  if (text.length < shortestToken) return text;
  let clean = text;
  for (const { kind, telltales, pattern } of secretPatterns) {
    if (!holdsOne(clean, telltales)) continue;
    // The second argument is the group, or where there is none the place of the match.
    clean = clean.replace(pattern, (_, before: string | number) =>
      typeof before === "string" ? before + placeholder(kind) : placeholder(kind),
    );
  }
  return clean;
}

function holdsOne(text: string, telltales: readonly string[]): boolean {
  return telltales.some((telltale) => text.includes(telltale));
}
