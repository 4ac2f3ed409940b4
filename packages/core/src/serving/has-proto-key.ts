/**
 * Whether anything in a message has a key `__proto__`. A parser of JSON makes a key like any other of it; whatever then
 * copies the object makes it the copy's prototype, and lends it members that nobody has checked.
 *
 * @param text what the message was read from; nearly all are done with by a look at that
 */
export function hasProtoKey(message: unknown, text: string): boolean {
  if (!/__proto__|\\u00/.test(text)) return false;
  // Not by recursion: a message may be nested deeper than a stack is high.
  const pending: unknown[] = [message];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== "object" || value === null) continue;
    if (Object.hasOwn(value, "__proto__")) return true;
    for (const inner of Object.values(value)) pending.push(inner);
  }
  return false;
}
