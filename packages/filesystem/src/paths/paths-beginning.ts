import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { canBeAsked } from "./can-be-asked.ts";
import { shownPath } from "./shown-path.ts";

const mostSuggestions = 100;

/** Paths that begin as what was typed: the roots, and the entries of the folder that was typed so far. */
export function pathsBeginning(files: Files, typed: string): string[] {
  const roots = files.roots.map(({ given }) => given).filter((given) => given.startsWith(typed) && given !== typed);
  if (typed === "") return roots;
  const cut = typed.lastIndexOf("/");
  // A name alone is one in the first root, as elsewhere.
  const folder = cut < 0 ? "." : typed.slice(0, cut) || "/";
  return [...roots, ...entriesIn(files, folder, typed.slice(cut + 1))].slice(0, mostSuggestions);
}

function entriesIn(files: Files, folderPath: string, begun: string): string[] {
  try {
    using folder = files.reachFolder(folderPath);
    return folder.directory
      .list()
      .filter(
        ({ name }) => canBeAsked(name) && name.startsWith(begun) && (begun.startsWith(".") || !name.startsWith(".")),
      )
      .map((entry) => shownPath(folder.root, [...folder.names, entry.name]) + (entry.isDirectory() ? "/" : ""))
      .sort();
  } catch (error) {
    // What was typed so far leads nowhere, or nowhere that may be seen: there is nothing to suggest.
    if (ConnectorError.is(error) || (error as NodeJS.ErrnoException).syscall !== undefined) return [];
    throw error;
  }
}
