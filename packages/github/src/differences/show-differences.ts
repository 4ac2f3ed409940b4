import type { ContentPart, ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { ChangedFile } from "./changed-file.ts";
import { hunksOf } from "./hunks-of.ts";
import { mapLine, mapOf } from "./map-of.ts";
import { missingPatch, type Span } from "./missing-patch.ts";
import { rankFiles } from "./rank-files.ts";

/** Where the next page goes on. The span is that of the first page, however a branch moves meanwhile. */
export interface DifferencePlace extends Span {
  /** Lines of the map that were shown; all of them once hunks are. */
  readonly mapped: number;
  readonly file: number;
  readonly hunk: number;
}

interface Wanted {
  readonly span: Span;
  /** Only the map, without any hunk. */
  readonly mapOnly: boolean;
  /** Files whose differences are wanted though they are folded: those that were asked for by name. */
  readonly unfolded: boolean;
}

/** A map of all changed files, then their hunks in the map's order, as many as fit the page; nothing is lost between pages. */
export async function showDifferences(
  call: GithubCall,
  at: RepositoryName,
  files: readonly ChangedFile[],
  { span, mapOnly, unfolded }: Wanted,
  context: ToolContext<Github>,
): Promise<ContentPart[]> {
  const { page } = context;
  const place = page.place as DifferencePlace | undefined;
  const ranked = unfolded
    ? { read: rankFiles(files).read.concat(rankFiles(files).folded), folded: [] }
    : rankFiles(files);
  const parts: ContentPart[] = [];
  const map = mapOf(ranked);
  let mapped = place?.mapped ?? 0;
  const begun = mapped;
  while (mapped < map.length && page.take(map[mapped] ?? "")) mapped += 1;
  if (mapped > begun) parts.push({ text: map.slice(begun, mapped).join("\n") });
  if (mapped < map.length || mapOnly) {
    if (mapped < map.length) page.stopAt({ ...span, mapped, file: 0, hunk: 0 } satisfies DifferencePlace);
    return parts;
  }
  for (let index = place?.file ?? 0; index < ranked.read.length; index += 1) {
    const file = ranked.read[index] as ChangedFile;
    const first = index === place?.file ? place.hunk : 0;
    const { text, next } = await hunksThatFit(call, at, file, { span, first, context });
    if (text !== "") parts.push({ text });
    if (next === undefined) continue;
    page.stopAt({ ...span, mapped, file: index, hunk: next } satisfies DifferencePlace);
    return parts;
  }
  return parts;
}

interface From {
  readonly span: Span;
  readonly first: number;
  readonly context: ToolContext<Github>;
}

async function hunksThatFit(
  call: GithubCall,
  at: RepositoryName,
  file: ChangedFile,
  { span, first, context: { page } }: From,
): Promise<{ readonly text: string; readonly next?: number }> {
  const heading = `--- ${mapLine(file)}`;
  const isChanged = file.additions + file.deletions > 0;
  const patch = file.patch ?? (isChanged ? await missingPatch(call, at, file, span) : undefined);
  if (patch === undefined) {
    const text = `${heading}\n(${isChanged ? "not text, or too large to be compared" : "no lines differ"})`;
    return page.take(text) ? { text } : { text: "", next: 0 };
  }
  const hunks = pieces(hunksOf(patch));
  const shown: string[] = [];
  for (let index = first; index < hunks.length; index += 1) {
    const text = shown.length === 0 ? `${heading}\n${hunks[index]}` : (hunks[index] ?? "");
    if (!page.take(text)) return { text: shown.join("\n"), next: index };
    shown.push(text);
  }
  return { text: shown.join("\n") };
}

/** A hunk may be longer than any page: it goes on in pieces of lines, the same on every page of an answer. */
const piece = 200;

function pieces(hunks: readonly string[]): readonly string[] {
  return hunks.flatMap((hunk) => {
    const lines = hunk.split("\n");
    if (lines.length <= piece) return [hunk];
    return Array.from({ length: Math.ceil(lines.length / piece) }, (_, index) =>
      lines.slice(index * piece, (index + 1) * piece).join("\n"),
    );
  });
}
