import { longSecretForms } from "./long-secret-forms.ts";
import { percentDecoded } from "./percent-decoded.ts";
import { encodedForms, plainForms } from "./secret-forms.ts";
import type { Span } from "./span.ts";
import { unwrapped } from "./unwrapped.ts";
import { withEachLineEnd } from "./with-each-line-end.ts";

/** A pattern for more characters in every form would be too large for the engine, whose complaint would name the secret. */
const longest = 128;

/** A text without any of these holds no encoded form that is not a plain one too. */
const encodingMarks = ["%", "\\", "&"];

type Finder = (text: string) => readonly Span[];

/** Tells where a configured secret stands in a text, in the forms it travels in: in order, and none within another. */
export function secretFinder(secret: string): Finder {
  const find = secret.length > longest ? longFinder(secret) : shortFinder(secret);
  return (text) => {
    const joined = unwrapped(text);
    if (joined === undefined) return find(text);
    return inOrder([...find(text), ...find(joined.text).map((span) => joined.original(span))]);
  };
}

function shortFinder(secret: string): Finder {
  // Most texts have none of the marks, and the shorter patterns look through them several times as fast.
  const plain = plainForms(secret).map((form) => new RegExp(form, "g"));
  const encoded = encodedForms(secret).map((form) => new RegExp(form, "g"));
  return (text) => patternSpans(text, encodingMarks.some((mark) => text.includes(mark)) ? encoded : plain);
}

function longFinder(secret: string): Finder {
  const forms = longSecretForms(secret);
  // As bytes, since percent signs encode those. What looks encoded in the secret itself may be decoded likewise.
  const decoded = withEachLineEnd(secret).flatMap((each) => {
    const bytes = Buffer.from(each).toString("latin1");
    return [...new Set([bytes, percentDecoded(bytes)?.text ?? bytes])];
  });
  return (text) => {
    const folded = percentDecoded(text);
    if (folded === undefined) return literalSpans(text, forms);
    const encoded = literalSpans(folded.text, decoded).map((span) => folded.original(span));
    return inOrder([...literalSpans(text, forms), ...encoded]);
  };
}

function patternSpans(text: string, patterns: readonly RegExp[]): readonly Span[] {
  const found: Span[] = [];
  for (const pattern of patterns) {
    if (text.search(pattern) < 0) continue;
    for (const { index, 0: match } of text.matchAll(pattern)) found.push([index, index + match.length]);
  }
  return inOrder(found);
}

function literalSpans(text: string, forms: readonly string[]): readonly Span[] {
  const found: Span[] = [];
  for (const form of forms) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      found.push([at, at + form.length]);
    }
  }
  return inOrder(found);
}

/** Those that overlap become one. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const ordered: Span[] = [];
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    const last = ordered.at(-1);
    if (last !== undefined && start < last[1]) ordered[ordered.length - 1] = [last[0], Math.max(last[1], end)];
    else ordered.push([start, end]);
  }
  return ordered;
}
