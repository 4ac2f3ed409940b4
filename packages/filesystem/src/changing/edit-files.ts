import { ConnectorError, sha256 } from "@drawbridge/core";
import { allFailures } from "../editing/all-failures.ts";
import { decodeText } from "../editing/decode-text.ts";
import type { Edit } from "../editing/edit-text.ts";
import { encodeText } from "../editing/encode-text.ts";
import { unifiedDiff } from "../editing/unified-diff.ts";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { etagOf } from "../reading/etag-of.ts";
import { assertEtag } from "./assertions/assert-etag.ts";
import { assertReplaceable } from "./assertions/assert-replaceable.ts";
import { editedText } from "./edited-text.ts";
import { NewContent } from "./new-content.ts";
import { atPlaces } from "./places/at-places.ts";
import { notThere } from "./places/not-there.ts";
import type { Place, Standing } from "./places/place.ts";
import { readPlace } from "./places/read-place.ts";
import { stands } from "./places/stands.ts";
import { statsAt } from "./places/stats-at.ts";
import { replaceFile } from "./steps/replace-file.ts";
import { type Caller, transact } from "./transaction/transact.ts";

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

/** Failures of one call that are explained at length. */
const mostExplained = 5;

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
    const failures: ConnectorError[] = [];
    const explained = { left: mostExplained };
    const all = numbered(edits);
    for (const [place, written] of distinct(places, paths)) {
      const own = all.filter(({ path }) => written.includes(path));
      const known = written.map((path) => etags[path]).find((etag) => etag !== undefined);
      try {
        drafts.push(await draft(files, place, { edits: own, known, explained, signal }));
      } catch (error) {
        if (!ConnectorError.is(error)) throw error;
        failures.push(error);
      }
    }
    if (failures.length > 0) throw allFailures(failures);
    return use(drafts);
  });
}

function numbered(edits: Editing["edits"]): Editing["edits"] {
  return edits.length === 1 ? edits : edits.map((edit, index) => ({ ...edit, number: index + 1 }));
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

interface Drafting {
  readonly edits: readonly Edit[];
  /** The etag that the caller knows. */
  readonly known: string | undefined;
  /** See `EditingText`. */
  readonly explained: { left: number };
  readonly signal: AbortSignal;
}

async function draft(files: Files, place: Place, { edits, known, explained, signal }: Drafting): Promise<Draft> {
  if (!stands(place)) throw notThere(files, place, " Make it with fs_write.");
  assertReplaceable(files, place);
  const before = await readPlace(files, place, signal);
  if (known !== undefined) assertEtag(place.path, known, etagOf(place.entry.stats, sha256(before)));
  const decoded = decodeText(before);
  const text = editedText(place, decoded, edits, explained);
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
