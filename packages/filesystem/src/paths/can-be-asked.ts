/**
 * Whether a name can be written in a request: of one whose bytes are no UTF-8, Node tells only that there were some, and
 * half a surrogate pair, which Windows takes, has no UTF-8.
 */
export function canBeAsked(name: string): boolean {
  return !/[\uFFFD\p{Cs}]/u.test(name);
}
