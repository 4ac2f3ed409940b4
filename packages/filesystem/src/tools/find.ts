import { ConnectorError, defineTool, type PathMatcher, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { globWithin } from "../globs/glob-within.ts";
import { leadingTo } from "../paths/leading-to.ts";
import { shownPath } from "../paths/shown-path.ts";
import { type EntryFacts, entryFacts } from "../walking/entry-facts.ts";
import { fillPage } from "../walking/fill-page.ts";
import { IgnoreRules } from "../walking/ignore-rules.ts";
import { Tree, type TreeEntry } from "../walking/tree.ts";
import { entryOutput } from "./entry-output.ts";
import { fields } from "./fields.ts";

/** Deeper than this lies no tree that anybody made on purpose. */
const deepest = 256;

const size = z.int().min(0).optional();

const input = z.object({
  path: fields.folder,
  glob: z.string().min(1).describe("*.md at any depth; src/**/*.ts from the folder on; *.{js,ts} for either"),
  type: z.enum(["file", "directory", "symlink"]).optional(),
  modified_after: z.string().max(40).optional().describe("ISO 8601: 2026-01-31, or with a time"),
  min_size: size.describe("Bytes"),
  max_size: size.describe("Bytes"),
  gitignore: fields.gitignore,
  limit: fields.limit,
});

/** Files by name, anywhere below a folder. */
export const find = defineTool({
  name: "fs_find",
  title: "Find files",
  description:
    "Finds files and folders by a glob over their names, anywhere below a folder, hidden ones included; narrowed by type, " +
    "time or size. It looks at names only, not into files. To see one folder's entries, use fs_list.",
  effect: "read",
  idempotent: true,
  input,
  output: z.object({
    path: z.string(),
    matches: z.array(entryOutput),
    unreadable: z.number().optional().describe("Folders and names that could not be read, or lie too deep"),
  }),
  pages: "matches",
  async run(wanted, { client, signal, page }: ToolContext<Files>) {
    using folder = client.reachFolder(wanted.path);
    const ignoring = wanted.gitignore ? IgnoreRules.above(folder.root.directory, folder.names) : undefined;
    const after = page.place as readonly string[] | undefined;
    const tree = new Tree({ depth: deepest, toTheBottom: true, hidden: true, ignoring, after, signal });
    const shown = shownPath(folder.root, folder.names);
    const matches = await fillPage<TreeEntry, EntryFacts>((goesOn) => tree.visit(folder.directory, shown, goesOn), {
      page,
      limit: wanted.limit,
      take: selector(wanted, globWithin(wanted.glob, folder), leadingTo(folder, client.roots)),
    });
    const unreadable = tree.unreadable + tree.unknown;
    return {
      path: shown,
      matches,
      ...(unreadable > 0 ? { unreadable } : {}),
    };
  },
});

/** Asks the name first: most entries then need no look at the disk. */
function selector(
  wanted: z.output<typeof input>,
  nameMatches: PathMatcher,
  leading: string,
): (entry: TreeEntry) => EntryFacts | undefined {
  const { type, min_size: smallest = 0, max_size: largest = Number.POSITIVE_INFINITY } = wanted;
  const earliest = wanted.modified_after === undefined ? Number.NEGATIVE_INFINITY : timeOf(wanted.modified_after);
  const asksSize = wanted.min_size !== undefined || wanted.max_size !== undefined;
  return (entry) => {
    if (!nameMatches(entry.names) || (type !== undefined && entry.type !== type)) return undefined;
    const facts = entryFacts(entry, leading);
    if (facts === undefined || Date.parse(facts.modified) <= earliest) return undefined;
    if (asksSize && (facts.size === undefined || facts.size < smallest || facts.size > largest)) return undefined;
    return facts;
  };
}

function timeOf(text: string): number {
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return time;
  throw new ConnectorError(
    "invalid_input",
    "modified_after is no time. Write it as 2026-01-31 or 2026-01-31T12:00:00Z.",
  );
}
