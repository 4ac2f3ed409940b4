import { join } from "node:path";
import type { FilesystemSamples } from "../samples/filesystem-samples.ts";
import type { ToolCall } from "../tool-call.ts";
import { editTask } from "./edit-task.ts";
import type { FilesystemTask } from "./filesystem-task.ts";
import { installPackage } from "./install-package.ts";
import type { Peer } from "./peer.ts";
import { peersFolder } from "./peers-folder.ts";
import type { Task } from "./task.ts";
import { textOf } from "./text-of.ts";

const PACKAGE = "@modelcontextprotocol/server-filesystem";
const VERSION = "2026.8.31";

/** The protocol project's own filesystem server, which is what people run today. It knows no pages: its first is all there is. */
export function referenceFilesystem({
  root,
  small,
  large,
  edited,
  wide,
  deep,
}: FilesystemSamples): Peer<FilesystemTask> {
  let installed = peersFolder;
  const listNames = linesTask({ name: "list_directory", arguments: { path: wide.path } });
  const list = sizesTask(wide.path);
  const find = linesTask({ name: "search_files", arguments: { path: deep.path, pattern: deep.glob } });
  return {
    name: "reference",
    version: async () => VERSION,
    prepare: async () => {
      installed = await installPackage(PACKAGE, VERSION);
    },
    arguments: () => [join(installed, "dist", "index.js"), root],
    tasks: {
      "read small": readTask(small.path),
      "read large": readTask(large.path),
      "edit large": editTask(edited.lines, (oldText, newText) => ({
        name: "edit_file",
        arguments: { path: edited.pathFor("reference"), edits: [{ oldText, newText }] },
      })),
      "list first page": list,
      "list all": list,
      "list names": listNames,
      "list tree": treeTask(deep.path),
      "find first page": find,
      "find all": find,
    },
  };
}

function readTask(path: string): Task {
  return { call: () => ({ name: "read_text_file", arguments: { path } }), items: (result) => [textOf(result)] };
}

function linesTask(call: ToolCall): Task {
  return { call: () => call, items: (result) => textOf(result).split("\n") };
}

/** The lines of a list with sizes, but for the sums after an empty one. */
function sizesTask(path: string): Task {
  return {
    call: () => ({ name: "list_directory_with_sizes", arguments: { path } }),
    items: (result) => textOf(result).split("\n\n")[0]?.split("\n") ?? [],
  };
}

interface Branch {
  readonly name: string;
  readonly children?: readonly Branch[];
}

function treeTask(path: string): Task {
  const pathsOf = (branches: readonly Branch[], above: string): string[] =>
    branches.flatMap(({ name, children = [] }) => [`${above}${name}`, ...pathsOf(children, `${above}${name}/`)]);
  return {
    call: () => ({ name: "directory_tree", arguments: { path } }),
    items: (result) => pathsOf(JSON.parse(textOf(result)) as Branch[], ""),
  };
}
