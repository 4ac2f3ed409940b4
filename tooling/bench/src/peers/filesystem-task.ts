/**
 * The pieces of work of the filesystem suite. `first page` is what a model sees of its first call; `all` follows the cursors to the
 * end. For a server without pages the two are one. A list tells sizes, but for `list names` and `list tree`, where a server can do
 * without.
 */
export type FilesystemTask =
  | "read small"
  | "read large"
  | "edit large"
  | "list first page"
  | "list all"
  | "list names"
  | "list tree"
  | "find first page"
  | "find all"
  | "grep";
