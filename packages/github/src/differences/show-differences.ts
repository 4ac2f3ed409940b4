import type { ContentPart, Page } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Paged } from "../shown/paged.ts";
import type { ChangedFile } from "./changed-file.ts";
import { hunksThatFit } from "./hunks-that-fit.ts";
import { mapOf } from "./map-of.ts";
import { missingPatch, type Span } from "./missing-patch.ts";
import { rankFiles } from "./rank-files.ts";

/** Where the next page goes on. The span is that of the first page, however a branch moves meanwhile. */
export interface DifferencePlace extends Span {
  /** Lines of the map that were shown; all of them once hunks are. */
  readonly mapped: number;
  readonly file: number;
  readonly hunk: number;
  /** Of the hunk, where a page ended within one that is longer than a page. */
  readonly line: number;
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
  context: Paged,
): Promise<ContentPart[]> {
  const { page } = context;
  const place = page.place as DifferencePlace | undefined;
  const { read, folded } = rankFiles(files);
  const ranked = unfolded ? { read: read.concat(folded), folded: [] } : { read, folded };
  const map = mapOf(ranked);
  const begun = place?.mapped ?? 0;
  let mapped = begun;
  while (mapped < map.length && page.take(map[mapped] ?? "")) mapped += 1;
  const shown = mapped > begun ? [{ text: map.slice(begun, mapped).join("\n") }] : [];
  if (mapped < map.length) page.stopAt({ ...span, mapped, file: 0, hunk: 0, line: 0 } satisfies DifferencePlace);
  if (mapped < map.length || mapOnly) return shown;
  const from = { ...(place ?? { file: 0, hunk: 0, line: 0 }), ...span, mapped };
  const patch = (file: ChangedFile) => patchOf(call, at, file, span);
  const hunks = await hunksFrom(page, ranked.read, from, patch, shown.length > 0);
  return hunks.length === 0 ? shown : [...shown, { text: hunks.join("\n") }];
}

/** @param isBegun whether something stands on the page already */
async function hunksFrom(
  page: Page,
  files: readonly ChangedFile[],
  from: DifferencePlace,
  patchFor: (file: ChangedFile) => Promise<string>,
  isBegun: boolean,
): Promise<readonly string[]> {
  const hunks: string[] = [];
  for (const [index, file] of files.entries()) {
    if (index < from.file) continue;
    const begin = index === from.file ? from : { hunk: 0, line: 0 };
    const isFirst = !isBegun && hunks.length === 0;
    const { text, next } = hunksThatFit(page, file, await patchFor(file), { ...begin, isFirst });
    if (text !== "") hunks.push(text);
    if (next === undefined) continue;
    page.stopAt({ ...from, file: index, ...next } satisfies DifferencePlace);
    break;
  }
  return hunks;
}

/** A file's difference, or in words why there is none. */
async function patchOf(call: GithubCall, at: RepositoryName, file: ChangedFile, span: Span): Promise<string> {
  if (file.patch !== undefined) return file.patch;
  const { additions, deletions, status } = file;
  if (additions === 0 && deletions === 0)
    return status === "renamed" || status === "copied"
      ? "(no lines differ)"
      : "(binary, empty, or of another mode only)";
  return (await missingPatch(call, at, file, span)) ?? "(not text, or too large to be compared)";
}
