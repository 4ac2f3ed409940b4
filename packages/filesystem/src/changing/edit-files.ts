import { ConnectorError, sha256 } from "@drawbridge/core";
import { assertKnownCharacters } from "../editing/assert-known-characters.ts";
import { assertWholeCharacters } from "../editing/assert-whole-characters.ts";
import { type DecodedText, decodeText } from "../editing/decode-text.ts";
import { type Edit, editText } from "../editing/edit-text.ts";
import { encodeText } from "../editing/encode-text.ts";
import { unifiedDiff } from "../editing/unified-diff.ts";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { etagOf } from "../reading/etag-of.ts";
import { assertEtag } from "./assert-etag.ts";
import { assertReplaceable } from "./assert-replaceable.ts";
import { atPlaces } from "./at-places.ts";
import { NewContent } from "./new-content.ts";
import type { Place, Standing } from "./place.ts";
import { readPlace } from "./read-place.ts";
import { stands } from "./stands.ts";
import { statsAt } from "./stats-at.ts";
import { replaceFile } from "./steps/replace-file.ts";
import { type Caller, transact } from "./transact.ts";

/** Edits of one or several files. */
export interface Editing {
  readonly edits: ReadonlyArray<Edit & { readonly path: string }>;
  /** Of each path, as it is written in the edits, the etag that the caller knows. */
  readonly etags: Readonly<Record<string, string>>;
}

/** One file that was edited, or would be. */
export interface EditedFile {
  readonly path: string;
  /** Of the file as it is now; undefined where it was only tried. */
  readonly etag?: string;
  readonly diff: string;
  readonly otherNames: number;
}

interface Draft {
  readonly place: Standing;
  readonly before: Buffer;
  readonly after: NewContent;
  readonly diff: string;
}

/** Edits files all or none. Returns what changed in each, and the transaction's number. */
export async function editFiles(
  files: Files,
  editing: Editing,
  caller: Caller,
): Promise<{ readonly transaction: string; readonly files: EditedFile[] }> {
  return drafting(files, editing, caller.signal, async (drafts) => {
    const transaction = await transact(files, caller, (journal, names) =>
      drafts.map(({ place, before, after }) =>
        replaceFile(place, {
          ...{ journal, content: after, before, signal: caller.signal },
          ...{ temporary: names.temporary(), kept: names.kept() },
        }),
      ),
    );
    return {
      transaction,
      files: drafts.map((draft) => {
        const stats = statsAt(draft.place.parent, draft.place.name) ?? draft.place.entry.stats;
        return { ...describe(draft), etag: etagOf(stats, draft.after.digest) };
      }),
    };
  });
}

/** What the edits would change, without changing it. */
export async function tryEdits(files: Files, editing: Editing, signal: AbortSignal): Promise<EditedFile[]> {
  return drafting(files, editing, signal, async (drafts) => drafts.map(describe));
}

function describe({ place, diff }: Draft): EditedFile {
  return { path: place.path, diff, otherNames: Number(place.entry.stats.nlink) - 1 };
}

async function drafting<T>(
  files: Files,
  { edits, etags }: Editing,
  signal: AbortSignal,
  use: (drafts: readonly Draft[]) => Promise<T>,
): Promise<T> {
  const paths = [...new Set(edits.map(({ path }) => path))];
  const unknown = Object.keys(etags).find((path) => !paths.includes(path));
  if (unknown !== undefined) {
    throw new ConnectorError(
      "invalid_input",
      `if_match names ${showName(unknown)}, which no edit is about. Write its path as in the edits.`,
    );
  }
  const wanted = paths.map((written) => ({ written, effect: "write", followLast: true }) as const);
  return atPlaces(files, wanted, signal, async (places) => {
    const drafts: Draft[] = [];
    for (const [place, written] of distinct(places, paths)) {
      const own = edits.filter(({ path }) => written.includes(path));
      const known = written.map((path) => etags[path]).find((etag) => etag !== undefined);
      drafts.push(await draft(files, place, own, known, signal));
    }
    return use(drafts);
  });
}

/** Each place once, with the paths by which it was named. */
function distinct(places: readonly Place[], paths: readonly string[]): Map<Place, string[]> {
  const byKey = new Map<string, Place>();
  const named = new Map<Place, string[]>();
  for (const [index, place] of places.entries()) {
    const first = byKey.get(place.key) ?? place;
    byKey.set(place.key, first);
    named.set(first, [...(named.get(first) ?? []), paths[index] ?? ""]);
  }
  return named;
}

async function draft(
  files: Files,
  place: Place,
  edits: readonly Edit[],
  known: string | undefined,
  signal: AbortSignal,
): Promise<Draft> {
  if (!stands(place))
    throw new ConnectorError("not_found", `${showName(place.path)} does not exist. Make it with fs_write.`);
  assertReplaceable(files, place);
  const before = await readPlace(files, place, signal);
  if (known !== undefined) assertEtag(place.path, known, etagOf(place.entry.stats, sha256(before)));
  const decoded = decodeText(before);
  const text = edited(place, decoded, edits);
  const after = encodeText(text, decoded.encoding.label);
  if (after === undefined) {
    throw new ConnectorError(
      "refused",
      `${showName(place.path)} is ${decoded.encoding.label}, which cannot express all of the new text. Leave out the characters that it lacks.`,
    );
  }
  return {
    place,
    before,
    after: new NewContent(decoded.mark.length === 0 ? after : Buffer.concat([decoded.mark, after])),
    diff: unifiedDiff(decoded.text, text),
  };
}

/** With several files, an error says which is meant. */
function edited(place: Place, decoded: DecodedText, edits: readonly Edit[]): string {
  const { text, encoding } = decoded;
  try {
    const added = edits.map((edit) => edit.new).join("");
    assertKnownCharacters(
      decoded,
      added,
      "Use characters that it holds, or write it anew with fs_write and its encoding.",
    );
    return editText(text, edits, encoding.guessed && encoding.unit === 1 ? assertWholeCharacters : undefined);
  } catch (error) {
    if (!ConnectorError.is(error)) throw error;
    throw error.withMessage(`${showName(place.path)}: ${error.message}`);
  }
}
