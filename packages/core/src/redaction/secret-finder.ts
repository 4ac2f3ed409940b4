import { longSecretForms } from "./long-secret-forms.ts";
import { encodedForms, plainForms } from "./secret-forms.ts";

/** A pattern for more characters in every form would be too large for the engine, whose complaint would name the secret. */
const longest = 128;

/** A text without any of these holds no encoded form that is not a plain one too. */
const encodingMarks = /[%\\&]/;

/** From where to where in a text. */
export type Span = readonly [start: number, end: number];

/** Tells where a configured secret stands in a text, in the forms it travels in: in order, and none within another. */
export function secretFinder(secret: string): (text: string) => Iterable<Span> {
  if (secret.length > longest) {
    const forms = longSecretForms(secret);
    return (text) => literalSpans(text, forms);
  }
  // Most texts have none of the marks, and the shorter pattern looks through them several times as fast.
  const plain = new RegExp(plainForms(secret), "g");
  const encoded = new RegExp(encodedForms(secret), "g");
  return (text) => patternSpans(text, encodingMarks.test(text) ? encoded : plain);
}

function* patternSpans(text: string, pattern: RegExp): Generator<Span> {
  if (text.search(pattern) < 0) return;
  for (const match of text.matchAll(pattern)) yield [match.index, match.index + match[0].length];
}

function literalSpans(text: string, forms: readonly string[]): readonly Span[] {
  const found: Span[] = [];
  for (const form of forms) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      found.push([at, at + form.length]);
    }
  }
  found.sort(([a, longer], [b, end]) => a - b || end - longer);
  let last = 0;
  return found.filter(([start, end]) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}
