/** Git LFS keeps the file elsewhere, and this in its place (its specification, version 1). */
const largeFile = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:.*\n)*?size (\d+)/;

/** What is to be said of a text that is a pointer of Git LFS; nothing of others. */
export function largeFileFacts(text: string): { readonly lfs_size?: number; readonly note?: string } {
  const size = largeFile.exec(text.slice(0, 1024))?.[1];
  if (size === undefined) return {};
  return { lfs_size: Number(size), note: "a pointer of Git LFS: the file itself is not in the repository" };
}
