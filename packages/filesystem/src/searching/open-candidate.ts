import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { shownPath } from "../paths/shown-path.ts";
import { detectEncoding } from "../reading/detect-encoding.ts";
import { openReached } from "../reading/open-reached.ts";
import type { Root } from "../roots/root.ts";
import type { SearchedFile } from "./answer.ts";

/** As much as tells text from anything else. */
const headBytes = 8192;

/** Why a file was not searched. */
export type LeftOut = "too_large" | "too_slow" | "binary" | "unreadable";

/** Opens a file that was named, unless it is another by now, and tells its encoding. */
export function openCandidate(
  files: Files,
  root: Root,
  names: readonly string[],
): Promise<Omit<SearchedFile, "names" | "shown"> | LeftOut> {
  return opened(files, root, names).catch((error: unknown) => {
    if (!ConnectorError.is(error) || error.code === "unavailable") throw error;
    return "unreadable";
  });
}

async function opened(files: Files, root: Root, names: readonly string[]): ReturnType<typeof openCandidate> {
  using found = files.reachNamed(root, names);
  const size = found.entry?.stats.size ?? 0n;
  if (files.maxFileBytes !== undefined && size > files.maxFileBytes) return "too_large";
  const file = openReached(files, found, shownPath(root, names));
  try {
    const head = await file.read(0, headBytes);
    const encoding = detectEncoding(head, head.length < headBytes, undefined);
    // What stands around a line of UTF-16 is known from the whole text alone.
    if (encoding.unit === 1 || size <= files.wholeFileBytes) return { opened: file, encoding };
    file[Symbol.dispose]();
    return "too_large";
  } catch {
    file[Symbol.dispose]();
    return "binary";
  }
}
