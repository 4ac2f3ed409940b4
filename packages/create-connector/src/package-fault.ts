/** Why npm would not take this as a package's name; undefined where it would. */
export function packageFault(name: string): string | undefined {
  if (/^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(name) && name.length <= 214) return undefined;
  return "a package's name has lower-case letters, digits, hyphens and dots, with a scope before it or none, as @acme/mcp-tickets";
}
