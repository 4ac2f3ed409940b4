import { ConnectorError } from "@drawbridge/core";
import type { HeldDirectory } from "../containment/held-directory.ts";
import type { Files } from "../files.ts";
import type { Root } from "../roots/root.ts";
import { locateExactly } from "./locate-exactly.ts";
import type { Where } from "./operation.ts";

/** What the system says where a folder is gone, or a link was put in its place in this very moment. */
const gone = ["ENOENT", "ENOTDIR", "ELOOP", "ESTALE"];

/** The folder of a recorded place, held open. */
export interface RecordedPlace extends Disposable {
  readonly root: Root;
  readonly names: readonly string[];
  readonly parent: HeldDirectory;
  readonly name: string;
}

/** Reaches the folder in which something recorded stands or stood; undefined where that is gone, or lies in no root. */
export function reachRecorded(files: Files, where: Where): RecordedPlace | undefined {
  const located = locateExactly(files, where);
  if (located === undefined) return undefined;
  const { root, names } = located;
  const name = names.at(-1) ?? "";
  try {
    using reached = files.walkTo({ root, names: names.slice(0, -1) }, false);
    const { entry } = reached;
    // A folder that was turned into a link since, here or on the way, is not the one that was recorded.
    if (entry !== undefined && !entry.stats.isDirectory()) return undefined;
    if (reached.root !== root || reached.names.some((step, index) => step !== names[index])) return undefined;
    const folder = entry?.intoDirectory();
    return { root, names, parent: folder ?? root.directory, name, [Symbol.dispose]: () => folder?.[Symbol.dispose]() };
  } catch (error) {
    if (ConnectorError.is(error) || gone.includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}
