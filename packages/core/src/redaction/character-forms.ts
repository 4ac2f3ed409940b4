/** An error that quotes the JSON of a request, in a line of the log, is two deep; so many levels are looked through. */
const deepest = 4;

/** How a percent sign stands in what was percent-encoded so many times. */
const percent = `%(?:25){0,${deepest}}`;

/** A backslash that escapes: as itself, in hexadecimal or percent-encoded. */
const backslash = String.raw`(?:\\(?:u005[cC])?|${percent}5[cC])`;

/** One of the secret's own, in HTML too. Apart: the engine does not compile a pattern of more than 20 KiB. */
const ownBackslash = `(?:${backslash}|&(?:amp;){0,${deepest}}#(?:0{0,5}92|[xX]0{0,5}5[cC]);)`;
const named: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "apos" };
const letterEscapes: Readonly<Record<string, string>> = { "\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f" };

/**
 * The source of a pattern for one character of a secret in whatever form an encoding gives it: as it is, escaped in
 * JSON or for a shell once or several times, by its code, percent-encoded, or as a reference of HTML.
 *
 * @param backslashes how many stand before it in the secret
 */
export function characterForms(character: string, backslashes: number): string {
  if (character !== "\n") return formsOf(character, backslashes);
  // Two characters in a file of Windows. Each way begins with what the other cannot, or the work would double with each.
  return `(?:${formsOf("\r", backslashes)}${formsOf("\n", 0)}|${formsOf("\n", backslashes)})`;
}

function formsOf(character: string, backslashes: number): string {
  // The longer first, of two that begin alike: a percent sign is its own encoding's first character.
  const forms = [percentForm(character), htmlForm(character), rawForms(character)];
  const escaped = [codeForms(character), letterEscapes[character] ?? []].flat();
  // A letter has no backslash before it that is not the secret's own, or it would be another character.
  if (isWordLike(character) && backslashes === 0) {
    return `(?:${forms.join("|")}|${backslash}{1,${deepestRun(0)}}(?:${escaped.join("|")}))`;
  }
  const before = backslashes === 0 ? backslash : ownBackslash;
  return `${before}{${backslashes},${deepestRun(backslashes)}}(?:${[...forms, ...escaped].join("|")})`;
}

/** So many backslashes at the end of a secret: doubled with each level, and none of those that escape what follows. */
export function backslashForms(count: number): string {
  const levels = Array.from({ length: deepest + 1 }, (_, level) => count * 2 ** (deepest - level));
  return `(?:${levels.map((level) => `${ownBackslash}{${level}}`).join("|")})`;
}

/** The character as it stands in a text, in a form, and in bytes that are looked at one character a byte. */
export function rawForms(character: string): string {
  if (character === " ") return "[ +]";
  const bytes = Buffer.from(character).toString("latin1");
  return bytes === character ? literal(character) : `(?:${character}|${bytes})`;
}

/** With each level a backslash and what it escapes become twice as many, and one more for the character itself. */
function deepestRun(backslashes: number): number {
  return (backslashes + 1) * 2 ** deepest - 1;
}

function isWordLike(character: string): boolean {
  return /^[A-Za-z0-9]$|^[^\0-\x7F]/.test(character);
}

function percentForm(character: string): string {
  return [...Buffer.from(character)].map((byte) => percent + hexadecimal(byte, 2)).join("");
}

function codeForms(character: string): readonly string[] {
  const units = Array.from({ length: character.length }, (_, at) => `u${hexadecimal(character.charCodeAt(at), 4)}`);
  const bytes = [...Buffer.from(character)].map((byte) => `x${hexadecimal(byte, 2)}`);
  return [units, bytes].map((codes) => codes.join(`${backslash}{1,${deepestRun(0)}}`));
}

function htmlForm(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const references = [`#0{0,5}${code}`, `#[xX]0{0,5}${hexadecimal(code, 1)}`, named[character] ?? []].flat();
  return `&(?:amp;){0,${deepest}}(?:${references.join("|")});`;
}

function hexadecimal(code: number, digits: number): string {
  const lower = code.toString(16).padStart(digits, "0");
  return lower.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
