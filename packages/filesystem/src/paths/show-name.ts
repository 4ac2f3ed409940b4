/** A file's name on one line: line ends and tabs, which names may hold, in the visible form of other controls. */
export function showName(name: string): string {
  return name.replace(/[\t\n\r]/g, (character) => {
    return `⟦U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟧`;
  });
}
