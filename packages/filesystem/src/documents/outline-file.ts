import { ConnectorError, type Facts, type Page, sha256, type ToolContext } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { detectEncoding } from "../reading/detect-encoding.ts";
import { etagOf } from "../reading/etag-of.ts";
import { linkFacts } from "../reading/link-facts.ts";
import type { OpenedFile } from "../reading/opened-file.ts";
import { readWhole } from "../reading/read-whole.ts";
import { kindOf } from "./kind-of.ts";
import { parseApart } from "./parse-apart.ts";
import type { Section } from "./parsed.ts";

/** Where a page begins, as a cursor carries it. */
interface Place {
  readonly section: number;
  /** Characters of that section that were shown. */
  readonly offset: number;
  readonly etag: string;
}

interface OutlinePage {
  readonly facts: Facts;
  readonly text: string;
  readonly next: Place | undefined;
}

/** As far as the longest secret reaches that is known by its shape. */
const contextCharacters = 16 * 1024;

/** As much of a file's outline as the page takes, from the page's place on. */
export async function outlineFile(
  file: OpenedFile,
  { client, page, signal, withoutCutSecrets }: ToolContext<Files>,
): Promise<OutlinePage> {
  const bytes = await readWhole(file, client, signal);
  const etag = etagOf(file.stats, sha256(bytes));
  const { section, offset } = placeIn(page, etag);
  const kind = kindOf(file.path, bytes);
  const encoding = kind === "pdf" || kind === "xlsx" ? undefined : detectEncoding(bytes, true, undefined);
  const most = offset + page.bytesLeft + contextCharacters;
  const parsed = await parseApart({ kind, bytes, encoding, from: section, most }, signal);
  const all = parsed.sections.map(({ text }) => text).join("");
  const end = offset + fitting(page, all.slice(offset));
  return {
    facts: { path: file.path, kind, size: bytes.length, etag, ...parsed.facts, ...linkFacts(file) },
    text: withoutCutSecrets(
      all.slice(Math.max(0, offset - contextCharacters), offset),
      all.slice(offset, end),
      all.slice(end, end + contextCharacters),
    ),
    next: parsed.complete && end === all.length ? undefined : { ...placeAt(parsed.sections, end), etag },
  };
}

function placeIn(page: Page, etag: string): Place {
  const place = (page.place ?? { section: 0, offset: 0, etag }) as Place;
  if (place.etag === etag) return place;
  throw new ConnectorError(
    "conflict",
    "The file was changed since the previous page. Leave cursor out to read it anew.",
  );
}

/** Characters that the page takes of a text, in whole lines where one fits at all. */
function fitting(page: Page, text: string): number {
  let end = Math.min(text.length, page.bytesLeft);
  for (;;) {
    const kept = end === text.length ? end : wholeLines(text, end);
    if (page.take(text.slice(0, kept)) || kept <= 1) return kept;
    end = Math.floor(Math.min(end, kept) * 0.7);
  }
}

function wholeLines(text: string, end: number): number {
  const newline = text.lastIndexOf("\n", end - 1);
  if (newline >= 0) return newline + 1;
  // The second half of a pair means nothing alone.
  return /[\udc00-\udfff]/.test(text.charAt(end)) ? Math.max(2, end - 1) : Math.max(1, end);
}

/** The section in which a page ends, so that the next one need not be asked for all before it. */
function placeAt(sections: readonly Section[], end: number): Pick<Place, "section" | "offset"> {
  let before = 0;
  for (const { at, text } of sections) {
    if (end < before + text.length || at === sections.at(-1)?.at) return { section: at, offset: end - before };
    before += text.length;
  }
  return { section: 0, offset: end };
}
