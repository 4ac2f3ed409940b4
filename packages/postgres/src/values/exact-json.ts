/** Numbers of JSON, and strings, in which what looks like a number is none. */
const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON as it was written; as its text where a number in it has more digits than a double keeps. */
export function exactJson(text: string): unknown {
  for (const [token] of text.matchAll(tokens)) {
    if (!token.startsWith('"') && !isKept(token)) return text;
  }
  return JSON.parse(text);
}

function isKept(number: string): boolean {
  const value = Number(number);
  if (!Number.isFinite(value)) return false;
  return significant(number) === significant(String(value));
}

/** The digits and the power of ten of a number, however it is written. */
function significant(number: string): string {
  const [mantissa = "", exponent = "0"] = number.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const trimmed = digits.replace(/0+$/, "");
  return trimmed === "" ? "0" : `${trimmed}e${Number(exponent) - fraction.length + (digits.length - trimmed.length)}`;
}
