/**
 * A text as a model understands it, whatever it is dressed in: compatibility forms folded, what cannot be seen and what
 * only emphasises taken out, runs of white space made one character (a line end where there was one).
 */
export function plainWords(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\p{Default_Ignorable_Code_Point}*`"“”«»~]/gu, "")
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "")
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/ ?\n[\n ]*/g, "\n");
}
