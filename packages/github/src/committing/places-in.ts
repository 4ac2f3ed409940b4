import { ConnectorError } from "@drawbridge/core";
import type { TreeEntry } from "../contents/tree-entry.ts";
import type { Base } from "./base.ts";
import type { FileChange } from "./file-change.ts";

/** What changes may find at a path. Each throws `invalid_input` that says what is there instead. */
interface Places {
  /** A file, to be moved or deleted. */
  file(path: string): TreeEntry;
  /** A file whose text may be edited. */
  text(path: string): TreeEntry;
  /** Nothing that a file put there would take away with it. */
  room(path: string): void;
}

/** @param where the repository, for errors */
export function placesIn({ entries }: Base, changes: readonly FileChange[], where: string): Places {
  const invalid = (message: string) => new ConnectorError("invalid_input", message);
  const gone = new Set(changes.filter(({ delete: is, move_to: to }) => is || to !== undefined).map(({ path }) => path));
  const moved = new Set(changes.map(({ move_to: to }) => to));
  const file = (path: string) => {
    const entry = entries.get(path);
    if (entry === undefined) throw invalid(`${path} is no file of ${where} there. List them with github_tree.`);
    if (entry.type !== "blob") throw invalid(`${path} is ${kinds[entry.type]}, and only files are changed here.`);
    return entry;
  };
  return {
    file,
    text(path) {
      const entry = file(path);
      if (entry.mode !== "120000") return entry;
      throw invalid(`${path} is a symlink: edit the file that it leads to, or give content to have it lead elsewhere.`);
    },
    room(path) {
      const entry = entries.get(path);
      if (entry !== undefined && entry.type !== "blob") file(path);
      if (entry !== undefined && moved.has(path)) throw invalid(`${path} is there already. Move to another name.`);
      const folders = path.split("/").map((_, index, names) => names.slice(0, index).join("/"));
      const inTheWay = folders.find((folder) => entries.get(folder)?.type === "blob" && !gone.has(folder));
      if (inTheWay !== undefined) throw invalid(`${inTheWay} is a file, so that nothing can be below it.`);
    },
  };
}

const kinds = { tree: "a folder", commit: "a submodule" } as const;
