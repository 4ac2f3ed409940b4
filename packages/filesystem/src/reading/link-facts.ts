import type { OpenedFile } from "./opened-file.ts";

/** What a header says of a file that has further names. */
export function linkFacts({ stats }: OpenedFile): { note?: string; nlink?: number } {
  const links = Number(stats.nlink);
  return links > 1 ? { note: "hard link: the same file has other names", nlink: links } : {};
}
