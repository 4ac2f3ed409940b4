/** Whether a name of an owner or a repository can begin so: for others nothing need be asked. */
export function isPlain(typed: string): boolean {
  return /^[\w.-]{0,100}$/.test(typed);
}
