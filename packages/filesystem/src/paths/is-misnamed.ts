/** Whether a name may be one whose bytes are not UTF-8, by which an entry cannot be reached: Node tells it with this character in their place. */
export function isMisnamed(name: string): boolean {
  return name.includes("\uFFFD");
}
