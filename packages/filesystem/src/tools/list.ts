import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { globWithin } from "../globs/glob-within.ts";
import { leadingTo } from "../paths/leading-to.ts";
import { shownPath } from "../paths/shown-path.ts";
import { type EntryFacts, entryFacts } from "../walking/entry-facts.ts";
import { fillPage } from "../walking/fill-page.ts";
import { IgnoreRules } from "../walking/ignore-rules.ts";
import { type SortedEntry, sortEntries } from "../walking/sort-entries.ts";
import { Tree, type TreeEntry } from "../walking/tree.ts";
import { entryOutput } from "./entry-output.ts";
import { fields } from "./fields.ts";

/** What is in a folder. */
export const list = defineTool({
  name: "fs_list",
  title: "List folder",
  description:
    "Lists what is in a folder, with type, size and time of change; with depth over 1 the tree below it. Hidden entries " +
    "(names with a leading dot) are left out unless hidden is true. To look for files by name anywhere below, use fs_find.",
  effect: "read",
  idempotent: true,
  input: z.object({
    path: fields.folder,
    depth: z.int().min(1).max(256).default(1).describe("How many levels; 1 is the folder itself"),
    glob: z.string().min(1).optional().describe("Only entries that match: *.ts, src/**/*.ts, *.{js,ts}"),
    hidden: z.boolean().default(false).describe("Also entries with a leading dot"),
    gitignore: fields.gitignore,
    sort: z
      .enum(["name", "size", "modified"])
      .default("name")
      .describe("size and modified put the largest and newest first"),
    limit: fields.limit,
  }),
  output: z.object({
    path: z.string(),
    entries: z.array(entryOutput),
    unreadable: z.number().optional().describe("Folders and names that could not be read"),
  }),
  pages: "entries",
  async run({ path, depth, glob, hidden, gitignore, sort, limit }, { client, signal, page }: ToolContext<Files>) {
    using folder = client.reachFolder(path);
    const leading = leadingTo(folder, client.roots);
    const matches = glob === undefined ? () => true : globWithin(glob, folder);
    const ignoring = gitignore ? IgnoreRules.above(folder.root.directory, folder.names) : undefined;
    const after = sort === "name" ? (page.place as readonly string[] | undefined) : undefined;
    const tree = new Tree({ depth, toTheBottom: false, hidden, ignoring, after, snapshots: client.snapshots, signal });
    const shown = shownPath(folder.root, folder.names);
    const visit = (goesOn: (entry: TreeEntry) => boolean) => tree.visit(folder.directory, shown, goesOn);
    let entries: EntryFacts[];
    if (sort === "name") {
      const take = (entry: TreeEntry) => (matches(entry.names) ? entryFacts(entry, leading) : undefined);
      entries = await fillPage(visit, { page, limit, take });
    } else {
      const after = page.place as SortedEntry["place"];
      const sorted = await sortEntries(visit, { by: sort, matches, leading, after });
      entries = await fillPage<SortedEntry, EntryFacts>((goesOn) => void sorted.every(goesOn), {
        page,
        limit,
        take: ({ facts }) => facts,
      });
    }
    const unreadable = tree.unreadable + tree.unknown;
    return {
      path: shown,
      entries,
      ...(unreadable > 0 ? { unreadable } : {}),
    };
  },
});
