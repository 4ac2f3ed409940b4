/** Names that begin as was typed, in any case of letters, each once. */
export function beginning(names: readonly string[], typed: string): readonly string[] {
  const begin = typed.toLowerCase();
  return [...new Set(names.filter((name) => name.toLowerCase().startsWith(begin)))];
}
