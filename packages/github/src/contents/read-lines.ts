import { ConnectorError, type Content, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import { decodeText } from "./decode-text.ts";
import { largeFileFacts } from "./large-file-facts.ts";
import { linesOf } from "./lines-of.ts";
import { type Blob, bytesOf, readBlob } from "./read-blob.ts";
import { stretchOf } from "./stretch-of.ts";

/** What `github_read` is asked. */
export interface ReadInput {
  readonly owner: string;
  readonly repo: string;
  readonly path: string;
  readonly ref?: string | undefined;
  readonly start_line?: number | undefined;
  readonly end_line?: number | undefined;
}

/** Pages of one file are of one blob, however its branch moves meanwhile. */
interface Place {
  readonly sha: string;
  /** Lines before the page. */
  readonly shown: number;
}

/** Reads lines of one file, as many as fit the page. */
export async function readLines(input: ReadInput, context: ToolContext<Github>): Promise<Content> {
  const { owner, repo, ref, start_line: first = 1, end_line: last } = input;
  const path = input.path.replace(/^\/+/, "");
  if (last !== undefined && last < first)
    throw new ConnectorError("invalid_input", "end_line comes before start_line.");
  const call = context.client.call(context);
  const place = context.page.place as Place | undefined;
  const about = `${owner}/${repo}: ${path}`;
  const { sha, bytes, target }: Blob =
    place === undefined
      ? await readBlob(call, { owner, repo }, path, ref)
      : { sha: place.sha, bytes: await bytesOf(call, { owner, repo }, place.sha, about) };
  const { text, encoding } = decodeText(bytes, path);
  const lines = linesOf(text);
  const begin = place?.shown ?? first - 1;
  const end = Math.min(last ?? lines.length, lines.length);
  if (begin >= lines.length && begin > 0) {
    throw new ConnectorError("invalid_input", `${path} has ${lines.length} lines. Give a start_line up to there.`);
  }
  let next = begin;
  while (next < end && context.page.take(lines[next] ?? "")) next += 1;
  if (next === begin && begin < end) {
    throw new ConnectorError(
      "refused",
      `Line ${begin + 1} of ${path} is longer than an answer may be. Start after it.`,
    );
  }
  if (next < end) context.page.stopAt({ sha, shown: next } satisfies Place);
  const facts = {
    path,
    sha,
    size: bytes.length,
    lines: end === 0 ? "none" : `${begin + 1}-${next} of ${lines.length}`,
    ...(target === undefined ? {} : { symlink_to: target }),
    ...(encoding === undefined ? {} : { encoding }),
    ...largeFileFacts(text),
  };
  return { facts, parts: [{ text: stretchOf(lines, begin, next, context) }] };
}
