import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SampleFile } from "./sample-file.ts";
import { sampleText } from "./sample-text.ts";
import { sampleTree } from "./sample-tree.ts";
import { writeEmptyFiles } from "./write-empty-files.ts";
import { writeFiles } from "./write-files.ts";

/** What the servers of the filesystem suite are given to serve. */
export interface FilesystemSamples {
  /** The folder that every server is started on. */
  readonly root: string;
  readonly small: SampleFile;
  readonly large: SampleFile;
  /** A megabyte with one line of its own in the middle; each server that edits has a copy. */
  readonly edited: { pathFor(peer: string): string; readonly lines: readonly [string, string] };
  /** One flat directory. */
  readonly wide: { readonly path: string; readonly entries: readonly string[] };
  /** A tree, how many files and folders it has, and the number of its files that the glob names. */
  readonly deep: {
    readonly path: string;
    readonly files: number;
    readonly entries: number;
    readonly glob: string;
    readonly matches: number;
  };
  /** A tree of as many files with text in them, and how many of their lines hold the pattern. */
  readonly searched: { readonly path: string; readonly pattern: string; readonly matches: number };
  /** Writes all of it. */
  write(): Promise<void>;
}

/** Of the servers that edit. */
const EDITORS = ["drawbridge", "reference"];

const ENTRIES = 23_000;
const FILES = 20_000;

/** 170 MB in all, and a line to be found in every hundredth file. */
const SEARCHED_BYTES = 8500;
const HIT_EVERY = 100;
const searchedText = sampleText(SEARCHED_BYTES);

/** Plans the samples below a folder, from fixed seeds; nothing is on disk before `write`. */
export function filesystemSamples(folder: string): FilesystemSamples {
  const root = join(folder, "served");
  const small = { path: join(root, "small.txt"), text: sampleText(1024) };
  const large = { path: join(root, "large.txt"), text: sampleText(1024 * 1024) };
  const lines = ["the line as it is at first", "the line as it is after an edit"] as const;
  const edited = { pathFor: (peer: string) => join(root, `edited-by-${peer}.txt`), lines };
  const entries = Array.from({ length: ENTRIES }, (_, number) => `entry-${number}.txt`);
  const wide = { path: join(root, "wide"), entries };
  const tree = sampleTree(FILES);
  const matches = tree.filter((path) => path.endsWith(".md")).length;
  const deep = { path: join(root, "deep"), files: FILES, entries: countEntries(tree), glob: "**/*.md", matches };
  const searched = { path: join(root, "searched"), pattern: "drawbridge is down", matches: FILES / HIT_EVERY };

  async function write(): Promise<void> {
    await mkdir(root, { recursive: true });
    for (const { path, text } of [small, large]) await writeFile(path, text);
    const half = sampleText(512 * 1024);
    for (const peer of EDITORS) await writeFile(edited.pathFor(peer), `${half}\n${lines[0]}\n${half}`);
    await writeEmptyFiles(wide.path, wide.entries);
    await writeEmptyFiles(deep.path, tree);
    await writeFiles(searched.path, tree, textOf);
  }
  return { root, small, large, edited, wide, deep, searched, write };
}

function textOf(index: number): string {
  return index % HIT_EVERY === 0 ? `${searchedText}the drawbridge is down\n` : searchedText;
}

/** The files and the folders that lead to them. */
function countEntries(paths: readonly string[]): number {
  const beginnings = paths.flatMap((path) =>
    path.split("/").map((_, index, names) => names.slice(0, index + 1).join("/")),
  );
  return new Set(beginnings).size;
}
