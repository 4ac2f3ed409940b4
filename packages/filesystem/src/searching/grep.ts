import type { Content, ToolContext } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { ahead } from "./ahead.ts";
import type { Answer, GrepPlace, SearchedFile } from "./answer.ts";
import { FileAnswer } from "./file-answer.ts";
import { isBeyondAscii } from "./is-beyond-ascii.ts";
import { LargeSearch } from "./large-search.ts";
import { largestAtOnce } from "./largest-at-once.ts";
import { LineAnswer } from "./line-answer.ts";
import { openBatch } from "./open-batch.ts";
import type { LeftOut } from "./open-candidate.ts";
import { patternArguments, type WantedPattern } from "./pattern-arguments.ts";
import { piecesOf } from "./pieces-of.ts";
import type { RunningSearch } from "./running-search.ts";
import { searchAlike } from "./search-alike.ts";
import { searchPlace } from "./search-place.ts";

/** What `fs_grep` is asked for. */
export interface Wanted extends WantedPattern {
  readonly path: string;
  readonly glob?: string | undefined;
  readonly context: number;
  readonly mode: "content" | "files" | "count";
  readonly limit: number;
}

/** A caller waits for a page, not for a search through everything: after so many milliseconds the next page goes on. */
const longest = 1500;

/** Where files tell nothing yet: no page would go on behind them, and a busy machine may take long for little. */
const longestOfNothing = 5000;

/** Files that one child searches: few at first, so that a page is filled early where much matches, then as many as one may have open. */
const together = { first: 64, later: 256 };

/** Fills one page with what matches. Throws `invalid_input`, `unavailable`, and what reaching the path throws. */
export async function grep(wanted: Wanted, context: ToolContext<Files>): Promise<Content> {
  const { client, page } = context;
  const pattern = patternArguments(wanted);
  using place = searchPlace(wanted, client);
  const stop = new AbortController();
  const after = page.place as GrepPlace | undefined;
  const search = {
    place,
    pattern,
    after,
    signal: AbortSignal.any([context.signal, stop.signal]),
    stop: () => stop.abort(),
    encodings: isBeyondAscii(wanted) ? new Map<string, string>() : undefined,
    leftOut: new Map<LeftOut, number>(),
  };
  const answer =
    wanted.mode === "content"
      ? new LineAnswer(context, { limit: wanted.limit, context: wanted.context, after })
      : new FileAnswer(wanted.mode, page, wanted.limit);
  const next = await fill(answer, search, wanted, context);
  if (next !== undefined) page.stopAt(next);
  const facts = { path: place.shown, ...answer.facts, ...Object.fromEntries(search.leftOut) };
  const searched = page.next === undefined ? {} : { searched: "not all yet" };
  return { facts: { ...facts, ...searched }, parts: [{ text: answer.text }] };
}

/** Where the next page begins; undefined where everything was searched. */
async function fill(
  answer: Answer,
  search: RunningSearch,
  wanted: Wanted,
  context: ToolContext<Files>,
): Promise<GrepPlace | undefined> {
  const end = performance.now() + longest;
  let searched = 0;
  let most = together.first;
  for await (const { files, last } of ahead(piecesOf(search, context), search.stop)) {
    for (let start = 0; start < files.length; ) {
      if (start > 0 && performance.now() > end) return { names: files[start - 1] as readonly string[] };
      using batch = await openBatch(files.slice(start), search, context.client, most);
      const full = await searchIn(answer, batch.files, search, { wanted, end });
      if (full !== undefined) return full;
      start += batch.length;
    }
    searched += files.length;
    most = together.later;
    context.progress(searched, undefined, "Searching");
    if (performance.now() > end && last !== undefined) return { names: last };
  }
  return undefined;
}

/** @param files several to be searched together, or a large one by itself */
async function searchIn(
  answer: Answer,
  files: readonly SearchedFile[],
  search: RunningSearch,
  page: { readonly wanted: Wanted; readonly end: number },
): Promise<GrepPlace | undefined> {
  const [first] = files;
  const isLarge = first !== undefined && first.opened.stats.size > largestAtOnce;
  return isLarge ? searchLarge(answer, first, search, page) : searchBatch(answer, files, search);
}

async function searchLarge(
  answer: Answer,
  file: SearchedFile,
  { pattern, after, signal, leftOut, encodings }: RunningSearch,
  page: { readonly wanted: Wanted; readonly end: number },
): Promise<GrepPlace | undefined> {
  const leaveOut = (why: LeftOut) => void leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
  if (encodings !== undefined && file.encoding.guessed) {
    // In which encoding the pattern would have to be looked for, only looks through all of it tell.
    leaveOut("too_large");
    return undefined;
  }
  const giveUp = () => leaveOut("too_slow");
  return new LargeSearch(file, { answer, ...page, pattern, after, signal, longest: longestOfNothing, giveUp }).run();
}

/** Searches some files for at most a page's time, or longer where they tell nothing. */
async function searchBatch(
  answer: Answer,
  files: readonly SearchedFile[],
  { pattern, signal, leftOut }: RunningSearch,
): Promise<GrepPlace | undefined> {
  const isTold = () => files.some(({ names }) => names === answer.reached?.names);
  const time = new AbortController();
  const page = setTimeout(() => isTold() && time.abort(), longest);
  const end = setTimeout(() => time.abort(), longestOfNothing);
  const ending = AbortSignal.any([signal, time.signal]);
  try {
    for await (const { file, record } of searchAlike(files, { telling: answer, pattern, signal: ending })) {
      const full = await answer.take(file, record);
      if (full !== undefined) return full;
    }
  } catch (error) {
    if (!time.signal.aborted || signal.aborted) throw error;
    // What was found so far is a page. Where that is nothing, the next one would find as little.
    if (isTold()) return answer.reached;
    leftOut.set("too_slow", (leftOut.get("too_slow") ?? 0) + files.length);
  } finally {
    clearTimeout(page);
    clearTimeout(end);
  }
  return undefined;
}
