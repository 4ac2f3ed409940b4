import { placeholder } from "./placeholder.ts";
import { secretForms } from "./secret-forms.ts";
import { secretPatterns } from "./secret-patterns.ts";

/** Below this length a secret would be found in harmless text, and is too weak to be worth hiding. */
const shortest = 6;

/** The shortest text that any of the patterns matches: a connection string with a password of one letter. */
const shortestToken = "redis://:p@".length;

/** What each of the patterns' matches has in it: looking for plain words first is faster, and few texts have one. */
const telltales: readonly string[] = [
  ...["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "npm_", "AKIA", "ASIA", "AIza", "xox"],
  ...["figd_", "figo_", "figu_", "k_live_", "k_test_", "eyJ", "-----BEGIN", "://"],
];

/** Takes secrets out of text: every configured secret's value, in the forms it travels in, and known token shapes. */
export class Redactor {
  readonly #configured: RegExp | undefined;

  /** The last text that nothing was found in: an answer's text comes by more than once. */
  #clean = "";

  constructor(secrets: readonly string[] = []) {
    const forms = secrets.filter((secret) => secret.length >= shortest).flatMap(secretForms);
    // Longest first: of two secrets where one begins with the other, the whole of the longer goes.
    const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
    this.#configured = forms.length === 0 ? undefined : new RegExp(longestFirst.map(literal).join("|"), "g");
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
    return this.#configured === undefined
      ? text
      : text.replace(this.#configured, () => placeholder("configured secret"));
  }

  *#spans(text: string): Generator<readonly [start: number, end: number]> {
    const patterns = mayHoldToken(text) ? Object.values(secretPatterns) : [];
    for (const pattern of this.#configured === undefined ? patterns : [this.#configured, ...patterns]) {
      for (const match of text.matchAll(pattern)) yield [match.index, match.index + match[0].length];
    }
  }
}

function withoutTokens(text: string): string {
  if (text.length < shortestToken || !mayHoldToken(text)) return text;
  return Object.entries(secretPatterns).reduce(
    (clean, [kind, pattern]) => clean.replace(pattern, () => placeholder(kind)),
    text,
  );
}

function mayHoldToken(text: string): boolean {
  return telltales.some((telltale) => text.includes(telltale));
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
