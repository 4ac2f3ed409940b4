import { ConnectorError } from "../errors/connector-error.ts";
import { foldCase } from "./fold-case.ts";

/** What one position of a name must be; `undefined` stands for `*`. */
type Token = ((character: string) => boolean) | undefined;

/**
 * Compiles the glob of one name (no slashes): `*`, `?`, `[a-z]`, `[!a-z]`, `\` before a character itself. The matcher
 * takes time in proportion to pattern times name, whatever they are; a regular expression would not.
 */
export function compileName(glob: string, ignoreCase: boolean): (name: string) => boolean {
  const compiled = compile(ignoreCase ? foldCase(glob) : glob);
  return ignoreCase ? (name) => compiled(foldCase(name)) : compiled;
}

/** Most globs are a text with a star before it, behind it or nowhere, for which strings have a method. */
function compile(glob: string): (name: string) => boolean {
  const [whole, before, text = "", behind] = /^(\*?)([^*?[\\]*)(\*?)$/.exec(glob) ?? [];
  if (whole === undefined) {
    const tokens = tokenize(glob);
    return (name) => matches(tokens, [...name]);
  }
  if (before && behind) return (name) => name.includes(text);
  if (before) return (name) => name.endsWith(text);
  return behind ? (name) => name.startsWith(text) : (name) => name === text;
}

function tokenize(glob: string): Token[] {
  const tokens: Token[] = [];
  const characters = [...glob];
  for (let index = 0; index < characters.length; ) {
    const { token, length } = tokenAt(characters, index);
    // Two stars in a row are one.
    if (token !== undefined || index === 0 || tokens.at(-1) !== undefined) tokens.push(token);
    index += length;
  }
  return tokens;
}

/** The token that begins at a place, and how many characters it is written with. */
function tokenAt(characters: readonly string[], index: number): { token: Token; length: number } {
  const character = characters[index] ?? "";
  if (character === "*") return { token: undefined, length: 1 };
  if (character === "?") return { token: () => true, length: 1 };
  if (character === "[") {
    // A ] right at the beginning is a member of the class.
    const end = characters.indexOf("]", index + (isNegation(characters[index + 1]) ? 3 : 2));
    if (end >= 0) return { token: characterClass(characters.slice(index + 1, end)), length: end - index + 1 };
    throw new ConnectorError("invalid_input", "The glob has a [ without its ]. Write \\[ for the character itself.");
  }
  const escaped = character === "\\" ? characters[index + 1] : undefined;
  const literal = escaped ?? character;
  return { token: (candidate) => candidate === literal, length: escaped === undefined ? 1 : 2 };
}

function characterClass(members: string[]): (character: string) => boolean {
  const negated = isNegation(members[0]);
  const listed = negated ? members.slice(1) : members;
  const ranges: Array<[string, string]> = [];
  for (let index = 0; index < listed.length; index += 1) {
    const from = listed[index] as string;
    const isRange = listed[index + 1] === "-" && index + 2 < listed.length;
    ranges.push([from, isRange ? (listed[index + 2] as string) : from]);
    if (isRange) index += 2;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== negated;
}

function isNegation(character: string | undefined): boolean {
  return character === "!" || character === "^";
}

/** Two pointers and the last star to go back to: each star only ever grows. */
function matches(tokens: readonly Token[], name: readonly string[]): boolean {
  let token = 0;
  let position = 0;
  let star = -1;
  let starPosition = 0;
  while (position < name.length) {
    const expected = tokens[token];
    if (token < tokens.length && expected === undefined) {
      star = token;
      starPosition = position;
      token += 1;
    } else if (expected?.(name[position] as string)) {
      token += 1;
      position += 1;
    } else if (star >= 0) {
      token = star + 1;
      starPosition += 1;
      position = starPosition;
    } else {
      return false;
    }
  }
  while (token < tokens.length && tokens[token] === undefined) token += 1;
  return token === tokens.length;
}
