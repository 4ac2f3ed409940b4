import type { Call } from "./call-crashing.ts";

const edit = (path: string) => ({ path, old: "two", new: "deux\nzwei" });
const backAndForth = [
  { path: "lf.txt", old: "two", new: "2" },
  { path: "lf.txt", old: "2", new: "two" },
];
const same = "one\ntwo\nthree\n";

/** Calls that change what `layForCrash` laid, by what they do. */
export const crashCalls: ReadonlyArray<readonly [what: string, call: Call]> = [
  ["an edit of three files", ["fs_edit", { edits: ["lf.txt", "crlf.txt", "private.txt"].map(edit) }]],
  ["an edit that leaves one of two files as it was", ["fs_edit", { edits: [...backAndForth, edit("crlf.txt")] }]],
  ["a new file with its folders", ["fs_write", { path: "new/deep/file.txt", content: "new", parents: true }]],
  ["new folders", ["fs_mkdir", { path: "new/deep" }]],
  ["an overwritten file", ["fs_write", { path: "private.txt", content: "other", mode: "overwrite" }]],
  ["a file written over with the same", ["fs_write", { path: "private.txt", content: same, mode: "overwrite" }]],
  ["an addition", ["fs_write", { path: "crlf.txt", content: "four\n", mode: "append" }]],
  ["a move over another file", ["fs_move", { from: "lf.txt", to: "private.txt", overwrite: true }]],
  ["a move of a folder", ["fs_move", { from: "folder", to: "other" }]],
  ["a deleted folder", ["fs_delete", { path: "folder", recursive: true }]],
  ["a deleted file", ["fs_delete", { path: "private.txt" }]],
  ["a copied folder", ["fs_copy", { from: "folder", to: "copy" }]],
  ["a new archive", ["fs_zip", { paths: ["folder", "lf.txt"], to: "new.zip" }]],
  ["an archive unpacked into a folder that is there", ["fs_unzip", { path: "archive.zip", to: "folder" }]],
  ["an unpacked folder", ["fs_unzip", { path: "archive.zip", to: "unpacked" }]],
  ["a copy over another file", ["fs_copy", { from: "lf.txt", to: "private.txt", overwrite: true }]],
];
