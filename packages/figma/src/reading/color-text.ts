import type { RGBA } from "@figma/rest-api-spec";

/** A color as CSS writes it, in the shortest hexadecimal form. */
export function colorText(
  { r, g, b, a = 1 }: Pick<RGBA, "r" | "g" | "b"> & { readonly a?: number },
  opacity = 1,
): string {
  const [red, green, blue, alpha] = [byte(r), byte(g), byte(b), byte(a * opacity)];
  const digits = red + green + blue + (alpha === "FF" ? "" : alpha);
  return `#${isShort(digits) ? everySecond(digits) : digits}`;
}

function byte(part: number): string {
  const value = Math.round(Math.min(1, Math.max(0, part)) * 255);
  return (Number.isNaN(value) ? 0 : value).toString(16).padStart(2, "0").toUpperCase();
}

function isShort(digits: string): boolean {
  for (let index = 0; index < digits.length; index += 2) if (digits[index] !== digits[index + 1]) return false;
  return true;
}

function everySecond(digits: string): string {
  let short = "";
  for (let index = 0; index < digits.length; index += 2) short += digits[index];
  return short;
}
