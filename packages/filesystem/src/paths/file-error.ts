import { ConnectorError, nearest } from "@drawbridge/core";
import type { Reached } from "../walking/walk.ts";
import { canBeAsked } from "./can-be-asked.ts";
import { showName } from "./show-name.ts";
import { systemFailures } from "./system-failures.ts";

/** Looking for a near name in more entries than this, or for a longer one, costs more than the hint is worth. */
const mostCandidates = 5000;
const longestHinted = 64;

/**
 * A failure of the system in words for the caller. What is no failure of a file is returned as it is, for core to hide.
 *
 * @param reachParent reaches the folder that should hold the file, to name what is there instead
 */
export function fileError(error: unknown, path: string, reachParent?: () => Reached): unknown {
  if (ConnectorError.is(error)) return error;
  const { code: cause } = error as NodeJS.ErrnoException;
  const { code, looking, retryAfter } = systemFailures.get(cause) ?? {};
  if (code === undefined || looking === undefined) return error;
  const message = looking(showName(path));
  return new ConnectorError(code, cause === "ENOENT" ? `${message}${hint(path, reachParent)}` : message, {
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/** A name of quite another length is not near, which its length tells sooner than a comparison. */
function isOfLength({ length }: string): (name: string) => boolean {
  return (name) => Math.abs(name.length - length) <= longestHinted / 2;
}

function hint(path: string, reachParent: (() => Reached) | undefined): string {
  if (reachParent === undefined) return "";
  const missing = path.split(/[\\/]/).filter(Boolean).at(-1);
  if (missing === undefined) return " fs_list shows what is in its folder.";
  try {
    using parent = reachParent();
    using folder = parent.entry?.intoDirectory();
    const names = (folder ?? parent.parent)
      .list()
      .slice(0, mostCandidates)
      .map(({ name }) => name);
    if (names.includes(missing) && !canBeAsked(missing))
      return " A name there looks so, and holds bytes that are no UTF-8: it cannot be asked for.";
    if (names.includes(missing))
      return " A link of that name is there, and leads nowhere; fs_stat shows the link itself.";
    const meant = missing.length > longestHinted ? undefined : nearest(missing, names.filter(isOfLength(missing)));
    return meant === undefined ? " fs_list shows what is in its folder." : ` Did you mean ${showName(meant)}?`;
  } catch {
    return " Nor does its folder; fs_list shows what is there.";
  }
}
