import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { shownPath } from "../paths/shown-path.ts";
import { detectEncoding } from "../reading/detect-encoding.ts";
import type { Encoding } from "../reading/encoding.ts";
import { openReached } from "../reading/open-reached.ts";
import type { Root } from "../roots/root.ts";
import type { SearchedFile } from "./answer.ts";

/** As much as tells text from anything else. */
const headBytes = 8192;

/** Why a file was not searched. */
export type LeftOut = "too_large" | "too_slow" | "binary" | "unreadable";

/**
 * Opens a file that was named, unless it is another by now, and tells its encoding.
 *
 * @param found the encoding in which the pattern was found in it, where it is neither UTF-8 nor marked
 */
export function openCandidate(
  files: Files,
  at: { readonly root: Root; readonly names: readonly string[] },
  found?: string,
): Promise<Omit<SearchedFile, "names" | "shown"> | LeftOut> {
  return opened(files, at, found).catch((error: unknown) => {
    if (!ConnectorError.is(error) || error.code === "unavailable") throw error;
    return "unreadable";
  });
}

async function opened(
  files: Files,
  { root, names }: { readonly root: Root; readonly names: readonly string[] },
  found?: string,
): ReturnType<typeof openCandidate> {
  using reached = files.reachNamed(root, names);
  const size = reached.entry?.stats.size ?? 0n;
  if (files.maxFileBytes !== undefined && size > files.maxFileBytes) return "too_large";
  const file = openReached(files, reached, shownPath(root, names));
  try {
    const head = await file.read(0, headBytes);
    const detected = detectEncoding(head, head.length < headBytes, undefined);
    const recoded = detected.guessed && isLike(detected, found) ? found : undefined;
    const encoding = recoded === undefined ? detected : { ...detected, label: recoded };
    // What stands around a line that is not told as it is in the file is known from the whole text alone.
    if ((encoding.unit === 1 && recoded === undefined) || size <= files.wholeFileBytes)
      return { opened: file, encoding, recoded };
    file[Symbol.dispose]();
    return "too_large";
  } catch {
    file[Symbol.dispose]();
    return "binary";
  }
}

/** What has the zeros of UTF-16 is in no other encoding, and what has none is not in it. */
function isLike({ label, unit }: Encoding, found: string | undefined): boolean {
  return unit === 2 ? found === label : found?.startsWith("utf-16") === false;
}
