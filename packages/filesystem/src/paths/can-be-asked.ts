/** Whether a name can be written in a request: of one whose bytes are no UTF-8, Node tells only that there were some. */
export function canBeAsked(name: string): boolean {
  return !name.includes("\uFFFD");
}
