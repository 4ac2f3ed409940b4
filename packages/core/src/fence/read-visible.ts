/** Turns what `makeVisible` showed back into the characters that were there. */
export function readVisible(shown: string): string {
  return shown.replace(/⟦U\+([0-9A-F]{4,6})⟧/g, (shownCharacter, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : shownCharacter;
  });
}
