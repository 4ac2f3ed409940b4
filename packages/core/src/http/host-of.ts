/** The name in a Host header as URLs have it, without the port; undefined for what is none. */
export function hostOf(header: string): string | undefined {
  if (!/^[\w.[\]:-]+$/.test(header) || !URL.canParse(`http://${header}/`)) return undefined;
  return new URL(`http://${header}/`).hostname;
}
