const marked = /<data ([0-9a-f]{8})>\n([\s\S]*?)\n<\/data \1>/g;

/** A content tool's answer taken apart: the texts between the marks, and what stands outside of them. */
export function markedTexts(text: string): { readonly inside: readonly string[]; readonly outside: string } {
  return { inside: [...text.matchAll(marked)].map((match) => match[2] ?? ""), outside: text.replace(marked, "") };
}
