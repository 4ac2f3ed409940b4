import { tokenPairs } from "./token-pairs.ts";
import { isTokenTriple } from "./token-triples.ts";
import { wordTokens } from "./word-table.ts";

const mark = 0;
const digit = 1;
const capital = 2;
const small = 3;
const space = 4;
const control = 5;
const foreign = 6;
/** Past the end of a text. */
const none = 7;

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

/** What the characters of the text at hand are, and what those of ASCII are; read many times, so that they are looked up once. */
let kindOf = new Uint8Array(4096);
let codeOf = new Uint8Array(4096);

/**
 * At most so many tokens of o200k a text takes, without its vocabulary of 200,000. The text is cut as that tokenizer cuts it; a piece
 * then has one token for three digits and for a word that is known, and otherwise the most that it could have: its merging leaves no
 * two characters apart that are a token together.
 */
export function estimateTokens(text: string): number {
  const { length } = text;
  tokens = lookAt(text);
  for (let index = 0; index < length; ) index = count(index);
  return tokens;
}

/** Of the text at hand, so far. */
let tokens = 0;

/** Counts what begins there, and gives where it ends. */
function count(start: number): number {
  switch (kindOf[start]) {
    case digit:
      return countDigits(start);
    case control:
      tokens += 1;
      return start + 1;
    case foreign:
      // Counted when it was looked at.
      return start + 1;
    case space:
      return countSpaces(start);
    default:
      return countPiece(start);
  }
}

function countDigits(start: number): number {
  let index = start + 1;
  while (kindOf[index] === digit) index += 1;
  tokens += Math.ceil((index - start) / 3);
  return index;
}

/** Up to eighty spaces are one token; the last of a run stands alone, but where it belongs to the word or the marks that follow. */
function countSpaces(start: number): number {
  let index = start + 1;
  while (kindOf[index] === space) index += 1;
  const next = kindOf[index] ?? none;
  const joins = next <= small && next !== digit;
  const spaces = index - start - (joins ? 1 : 0);
  if (spaces > 0) tokens += (joins || spaces === 1 ? 1 : 2) + (spaces >> 6);
  return joins ? countPiece(index - 1) : index;
}

function countPiece(start: number): number {
  const end = endOfPiece(start);
  tokens += pieceTokens(start, end);
  return end;
}

/** Fills in what the characters are. Gives the tokens of those that are foreign, which are counted one by one. */
function lookAt(text: string): number {
  const { length } = text;
  if (length >= kindOf.length) {
    kindOf = new Uint8Array(length * 2);
    codeOf = new Uint8Array(length * 2);
  }
  let found = 0;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    const kind = code < 128 ? (kinds[code] ?? mark) : foreign;
    kindOf[index] = kind;
    codeOf[index] = code < 128 ? code : 0;
    if (kind === foreign) found += foreignTokens(code);
  }
  kindOf[length] = none;
  codeOf[length] = 0;
  return found;
}

/** The end of a word, with a space or a mark that may be before it, or of a run of marks with the line ends that follow, and slashes behind those. */
function endOfPiece(from: number): number {
  const first = kindOf[from];
  const word = first === capital || first === small ? from : from + 1;
  let index = word;
  // Capitals, then small letters: where capitals follow small ones another word begins.
  while (kindOf[index] === capital) index += 1;
  while (kindOf[index] === small) index += 1;
  if (index > word) return index;
  while (kindOf[index] === mark) index += 1;
  if (codeOf[index] !== lineFeed) return index;
  while (codeOf[index] === lineFeed || codeOf[index] === slash) index += 1;
  return index;
}

function pieceTokens(start: number, end: number): number {
  const first = kindOf[start];
  const word = first === space || first === mark ? start + 1 : start;
  const length = end - word;
  const isWord = length > 1 && (kindOf[word] ?? none) >= capital && kindOf[end] !== foreign;
  if (isWord && (start === 0 || kindOf[start - 1] !== foreign)) {
    const known = wordTokens(codeOf, start, word, end);
    if (known > 0) return known;
  }
  return mostTokens(start, end);
}

/** No segmentation of that kind. */
const never = -1e9;

/**
 * The most tokens that a piece of ASCII can be left with. It follows the most so far by what the last token is: of one character, of two,
 * of more; of two that stand side by side none may be a token together.
 */
function mostTokens(start: number, end: number): number {
  // By how many characters back they are: the most that end there in each kind of token, and the most of all up to there.
  let one = 0;
  let two = never;
  let three = never;
  let oneBack = never;
  let longBack = never;
  let best = 0;
  let bestBack = never;
  let bestFar = never;
  let before = 0;
  let last = 0;
  for (let index = start; index < end; index += 1) {
    const code = codeOf[index] ?? 0;
    const isPair = tokenPairs[(last << 7) | code] === 1;
    const isTriple = isTokenTriple(before, last, code);
    const behindOne = Math.max(isPair ? never : one, isTriple ? never : two, three);
    const behindTwo = index === start + 1 ? 0 : Math.max(isTriple ? never : oneBack, longBack);
    oneBack = one;
    longBack = Math.max(two, three);
    one = 1 + (index === start ? 0 : behindOne);
    two = isPair && index > start ? 1 + behindTwo : never;
    three = 1 + bestFar;
    bestFar = bestBack;
    bestBack = best;
    best = Math.max(best, one, two, three);
    before = last;
    last = code;
  }
  return Math.max(one, two, three);
}

/** A byte at most each; what is half of a pair has half of its four bytes. */
function foreignTokens(code: number): number {
  if (code < 0x800 || commonMarks.has(code)) return 2;
  return code >= 0xd800 && code <= 0xdfff ? 2 : 3;
}
