const longest = 300;

/** A call in words, for what is found of it. */
export function shownCall(name: string, input: unknown): string {
  const text = JSON.stringify(input) ?? "";
  return `${name} ${text.length <= longest ? text : `${text.slice(0, longest)}…`}`;
}
