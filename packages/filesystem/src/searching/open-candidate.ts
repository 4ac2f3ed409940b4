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
export type LeftOut = "too_large" | "binary" | "unreadable";

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
  if (found.entry !== undefined && found.entry.stats.size > files.wholeFileBytes) return "too_large";
  const file = openReached(files, found, shownPath(root, names));
  try {
    const head = await file.read(0, headBytes);
    return { opened: file, encoding: detectEncoding(head, head.length < headBytes, undefined) };
  } catch {
    file[Symbol.dispose]();
    return "binary";
  }
}
