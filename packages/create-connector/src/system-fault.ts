/** Why this cannot stand as a system's name in code and prose; undefined where it can. */
export function systemFault(system: string): string | undefined {
  if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .&+-]{0,39}$/u.test(system) && system.trim() === system) return undefined;
  return "a system's name has at most 40 letters, digits, spaces and . & + -, as Acme Tickets";
}
