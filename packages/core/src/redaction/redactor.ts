import { secretPatterns } from "./secret-patterns.ts";

/** Below this length a secret would be found in harmless text, and is too weak to be worth hiding. */
const shortest = 6;

/** How each of the patterns begins: one look tells that a text, as nearly every text, has none of them. */
const telltale = /gh[pousr]_|github_pat_|npm_|A[KS]IA|AIza|xox|fig[dou]_|[rs]k_(?:live|test)_|eyJ|-----BEGIN|:\/\//;

/** Takes secrets out of text: every configured secret's value, in the forms it travels in, and known token shapes. */
export class Redactor {
  readonly #configured: RegExp | undefined;

  constructor(secrets: readonly string[] = []) {
    const forms = secrets.filter((secret) => secret.length >= shortest).flatMap(formsOf);
    // Longest first: of two secrets where one begins with the other, the whole of the longer goes.
    const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
    this.#configured = forms.length === 0 ? undefined : new RegExp(longestFirst.map(literal).join("|"), "g");
  }

  /** The text with a placeholder where each secret stood. */
  readonly text = (text: string): string => {
    let clean =
      this.#configured === undefined ? text : text.replace(this.#configured, placeholder("configured secret"));
    if (clean.search(telltale) < 0) return clean;
    for (const [kind, pattern] of Object.entries(secretPatterns)) clean = clean.replace(pattern, placeholder(kind));
    return clean;
  };
}

function placeholder(kind: string): string {
  return `[redacted ${kind}]`;
}

function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    base64,
    base64.replaceAll("+", "-").replaceAll("/", "_"),
  ];
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
