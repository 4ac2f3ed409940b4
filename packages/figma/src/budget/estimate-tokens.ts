import { knownWords } from "./known-words.ts";
import { tokenPairs } from "./token-pairs.ts";
import { isTokenTriple } from "./token-triples.ts";

const mark = 0;
const digit = 1;
const capital = 2;
const small = 3;
const space = 4;
const control = 5;
const foreign = 6;

const lineFeed = 0x0a;
const slash = 0x2f;

/** What a character of ASCII is. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code < 0x20 || code === 0x7f) return control;
  const character = String.fromCharCode(code);
  if (/\d/.test(character)) return digit;
  if (/[A-Z]/.test(character)) return capital;
  if (/[a-z]/.test(character)) return small;
  return character === " " ? space : mark;
});

/** Marks of typography that texts are full of. */
const commonMarks: ReadonlySet<number> = new Set([..."‘’“”–—…•·×→←↑↓©®™€£°«»"].map((one) => one.charCodeAt(0)));

/** Words of our own tree that are one token with the mark before them. */
const knownPieces: ReadonlySet<string> = new Set(
  ":center :left :right -right -bottom -top -left -center =true =false FFF Ellipse".split(" "),
);

/**
 * At most so many tokens of o200k a text takes, without its vocabulary of 200,000. The text is cut as that tokenizer cuts it; a piece
 * then has one token for three digits and for a word that is known, and otherwise the most that it could have: its merging leaves no
 * two characters apart that are a token together.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  let index = 0;
  while (index < text.length) {
    const start = index;
    const kind = kindAt(text, index);
    if (kind === digit) {
      index = endOf(text, index, digit);
      tokens += Math.ceil((index - start) / 3);
    } else if (kind === foreign || kind === control) {
      tokens += kind === control ? 1 : foreignTokens(text.charCodeAt(index));
      index += 1;
    } else {
      const begin = kind === space ? joiningSpace(text, index) : index;
      index = endOfPiece(text, begin);
      tokens += spaceTokens(begin - start, index > begin) + (index > begin ? pieceTokens(text, begin, index) : 0);
    }
  }
  return tokens;
}

function kindAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  // Past the end there is no code.
  return code < 128 ? (kinds[code] ?? mark) : code >= 128 ? foreign : control;
}

function endOf(text: string, from: number, kind: number): number {
  let index = from;
  while (index < text.length && kindAt(text, index) === kind) index += 1;
  return index;
}

/** The last space of a run where it belongs to the word or the marks that follow; otherwise the end of the run. */
function joiningSpace(text: string, from: number): number {
  const end = endOf(text, from, space);
  const next = kindAt(text, end);
  return next === mark || next === capital || next === small ? end - 1 : end;
}

/** Up to eighty spaces are one token; the last of a run stands alone, but where it belongs to the word or the marks that follow. */
function spaceTokens(spaces: number, joins: boolean): number {
  if (spaces === 0) return 0;
  return (joins || spaces === 1 ? 1 : 2) + (spaces >> 6);
}

/** The end of a word, with a space or a mark that may be before it, or of a run of marks with the line ends that follow. */
function endOfPiece(text: string, from: number): number {
  const kind = kindAt(text, from);
  if (kind === capital || kind === small) return endOfWord(text, from);
  if (kind === digit || kind === foreign || kind === control) return from;
  const word = endOfWord(text, from + 1);
  if (word > from + 1) return word;
  let end = endOf(text, from + 1, mark);
  const first = end;
  for (let code = text.charCodeAt(end); code === lineFeed || (code === slash && end > first); ) {
    end += 1;
    code = text.charCodeAt(end);
  }
  return end;
}

/** Capitals, then small letters: where capitals follow small ones another word begins. */
function endOfWord(text: string, from: number): number {
  return endOf(text, endOf(text, from, capital), small);
}

function pieceTokens(text: string, start: number, end: number): number {
  const first = kindAt(text, start);
  const word = first === space || first === mark ? start + 1 : start;
  const isWord = end - word > 1 && end - word < 20 && kindAt(text, word) !== mark;
  if (isWord && kindAt(text, end) !== foreign && (start === 0 || kindAt(text, start - 1) !== foreign)) {
    const tokens = wordTokens(text, start, word, end);
    if (tokens !== undefined) return tokens;
  }
  return mostTokens(text, start, end);
}

/** Of a word that is known, with what is before it. */
function wordTokens(text: string, start: number, word: number, end: number): number | undefined {
  const bare = knownWords.get(text.slice(word, end));
  if (word === start) return bare ?? (knownPieces.has(text.slice(start, end)) ? 1 : undefined);
  if (kindAt(text, start) === space) return bare === undefined ? undefined : 1;
  if (bare !== undefined) return knownPieces.has(text.slice(start, end)) ? 1 : bare + 1;
  // A line end that is written out belongs to the word behind it.
  if (text[start] !== "\\" || text[word] !== "n") return undefined;
  const behind = knownWords.get(text.slice(word + 1, end));
  return behind === undefined ? undefined : behind + 2;
}

/** No segmentation of that kind. */
const never = -1e9;

/**
 * The most tokens that a piece of ASCII can be left with. It follows the most so far by what the last token is: of one character, of two,
 * of more; of two that stand side by side none may be a token together.
 */
function mostTokens(text: string, start: number, end: number): number {
  // By how many characters back they are: the most that end there in each kind of token, and the most of all up to there.
  let one = 0;
  let two = never;
  let three = never;
  let [oneBack, twoBack, threeBack] = [never, never, never];
  let [best, bestBack, bestFar] = [0, never, never];
  let [before, last] = [0, 0];
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index);
    const isPair = tokenPairs[(last << 7) | code] === 1;
    const isTriple = isTokenTriple(before, last, code);
    const isFirst = index === start;
    const nextOne = 1 + (isFirst ? 0 : Math.max(isPair ? never : one, isTriple ? never : two, three));
    const beforeTwo = index === start + 1 ? 0 : Math.max(isTriple ? never : oneBack, twoBack, threeBack);
    const nextTwo = isPair && !isFirst ? 1 + beforeTwo : never;
    const nextThree = 1 + bestFar;
    [oneBack, twoBack, threeBack] = [one, two, three];
    [one, two, three] = [nextOne, nextTwo, nextThree];
    [bestFar, bestBack] = [bestBack, best];
    best = Math.max(best, one, two, three);
    [before, last] = [last, code];
  }
  return Math.max(one, two, three);
}

/** A byte at most each; what is half of a pair has half of its four bytes. */
function foreignTokens(code: number): number {
  if (code < 0x800 || commonMarks.has(code)) return 2;
  return code >= 0xd800 && code <= 0xdfff ? 2 : 3;
}
