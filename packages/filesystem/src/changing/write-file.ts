import { ConnectorError, sha256 } from "@drawbridge/core";
import { assertKnownCharacters } from "../editing/assert-known-characters.ts";
import { type DecodedText, decodeText } from "../editing/decode-text.ts";
import { encodeText } from "../editing/encode-text.ts";
import { lineEnding } from "../editing/line-ending.ts";
import { withLineEnding } from "../editing/with-line-ending.ts";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { etagOf, largestHashed } from "../reading/etag-of.ts";
import { AddedContent } from "./added-content.ts";
import { assertEtag } from "./assertions/assert-etag.ts";
import { assertReplaceable } from "./assertions/assert-replaceable.ts";
import type { FileContent } from "./file-content.ts";
import { NewContent } from "./new-content.ts";
import { atPlaces } from "./places/at-places.ts";
import type { Place, Standing } from "./places/place.ts";
import { readHead } from "./places/read-head.ts";
import { readPlace } from "./places/read-place.ts";
import { stands } from "./places/stands.ts";
import { statsAt } from "./places/stats-at.ts";
import { makeFile } from "./steps/make-file.ts";
import { makeFolders } from "./steps/make-folders.ts";
import { replaceFile } from "./steps/replace-file.ts";
import { type Caller, transact } from "./transaction/transact.ts";

/** What is to be written. */
export interface Writing {
  readonly path: string;
  readonly content: string;
  readonly encoding?: string | undefined;
  readonly etag?: string | undefined;
  readonly mode: "create" | "overwrite" | "append";
  readonly parents: boolean;
}

/** What was written. */
export interface Written {
  readonly path: string;
  readonly size: number;
  readonly created: boolean;
  readonly etag: string;
  readonly transaction: string;
  /** Of a file that had other names: those keep what they had. */
  readonly otherNames: number;
}

/** Writes a text file: a new one, over another, or at its end. */
export async function writeFile(files: Files, writing: Writing, caller: Caller): Promise<Written> {
  const wanted = { written: writing.path, effect: "write", followLast: true, parents: writing.parents } as const;
  return atPlaces(files, [wanted], caller.signal, async ([place]) => {
    if (place === undefined) throw new Error("A place was asked for");
    return stands(place) ? replace(files, place, writing, caller) : make(files, place, writing, caller);
  });
}

async function make(files: Files, place: Place, writing: Writing, caller: Caller): Promise<Written> {
  assertEtag(place.path, writing.etag, undefined);
  const content = new NewContent(encoded(writing.content, writing.encoding ?? "utf-8"));
  using folders = makeFolders(place);
  const transaction = await transact(files, caller, (_, names) => [
    ...folders.steps,
    makeFile(folders.place, content, names.temporary()),
  ]);
  return written(folders.place, content, transaction, true);
}

async function replace(files: Files, place: Standing, writing: Writing, caller: Caller): Promise<Written> {
  if (writing.mode === "create") {
    throw new ConnectorError(
      "conflict",
      `${showName(place.path)} exists already. Pass mode: overwrite to replace it, append to add to it, or change parts of it with fs_edit.`,
    );
  }
  assertReplaceable(files, place);
  const { signal } = caller;
  const isLarge = place.entry.stats.size > files.wholeFileBytes;
  const isRead =
    (writing.mode === "append" && !isLarge) || (writing.etag !== undefined && place.entry.stats.size <= largestHashed);
  const before = isRead ? await readPlace(files, place, signal) : undefined;
  if (writing.etag !== undefined)
    assertEtag(place.path, writing.etag, etagOf(place.entry.stats, before && sha256(before)));
  const content = await contentOf(place, before, writing, signal);
  const transaction = await transact(files, caller, (journal, names) => [
    replaceFile(place, { journal, content, before, temporary: names.temporary(), kept: names.kept(), signal }),
  ]);
  return written(place, content, transaction, false);
}

async function contentOf(
  place: Standing,
  before: Buffer | undefined,
  writing: Writing,
  signal: AbortSignal,
): Promise<FileContent> {
  if (writing.mode !== "append") return new NewContent(encoded(writing.content, writing.encoding ?? "utf-8"));
  if (before === undefined) {
    const head = await readHead(place, writing.encoding);
    return AddedContent.after(place.entry, addition(head, writing.content), signal);
  }
  return new NewContent(Buffer.concat([before, addition(decodeText(before, writing.encoding), writing.content)]));
}

/** What is added is written as the file is: in its encoding, and with its line ends. */
function addition(file: Pick<DecodedText, "text" | "encoding">, content: string): Buffer {
  assertKnownCharacters(file, content, "Pass the file's encoding, or leave out such characters.");
  const added = file.text.includes("\n") ? withLineEnding(content, lineEnding(file.text)) : content;
  return encoded(added, file.encoding.label);
}

function encoded(text: string, label: string): Buffer {
  const bytes = encodeText(text, label);
  if (bytes !== undefined) return bytes;
  // Of long text first a stretch, for each character by itself takes its time.
  const stretch = text.match(/.{1,1000}/gsu)?.find((part) => encodeText(part, label) === undefined);
  const lacking = [...new Set(stretch)].find((character) => encodeText(character, label) === undefined);
  if (encodeText("a", label) === undefined || lacking === undefined)
    throw new ConnectorError(
      "invalid_input",
      `Nothing can be written in ${showName(label)}: there is no such encoding, or it can only be read. Leave encoding out for UTF-8.`,
    );
  const shown = /\p{Cs}/u.test(lacking) ? "half of a character" : showName(lacking);
  throw new ConnectorError(
    "refused",
    `${showName(label)} has no ${shown}, which stands in the text. Leave encoding out for UTF-8, or leave out what it lacks.`,
  );
}

function written(place: Place, { length, digest }: FileContent, transaction: string, created: boolean): Written {
  const { path, parent, name, entry } = place;
  const stats = statsAt(parent, name) ?? entry?.stats;
  const otherNames = entry === undefined ? 0 : Number(entry.stats.nlink) - 1;
  const etag = stats === undefined ? "" : etagOf(stats, digest);
  return { path, size: length, created, etag, transaction, otherNames };
}
