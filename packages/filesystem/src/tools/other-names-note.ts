/** Said of a file that had other names: a write makes another file of this one, and those keep what they had. */
export function otherNamesNote(otherNames: number): { readonly note?: string } {
  if (otherNames < 1) return {};
  return {
    note: `hard link: its ${otherNames === 1 ? "other name keeps" : `${otherNames} other names keep`} the old content`,
  };
}
