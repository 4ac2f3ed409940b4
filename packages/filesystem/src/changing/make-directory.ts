import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { atPlaces } from "./places/at-places.ts";
import { makeFolders } from "./steps/make-folders.ts";
import { type Caller, transact } from "./transaction/transact.ts";

/** Makes a folder with those above it, unless it is there. */
export async function makeDirectory(
  files: Files,
  written: string,
  caller: Caller,
): Promise<{ readonly path: string; readonly created: boolean; readonly transaction?: string }> {
  const wanted = { written, effect: "write", followLast: true, parents: true } as const;
  return atPlaces(files, [wanted], caller.signal, async ([place]) => {
    if (place === undefined) throw new Error("A place was asked for");
    const { path, entry, missing, name } = place;
    if (entry?.stats.isDirectory() === true) return { path, created: false };
    if (entry !== undefined)
      throw new ConnectorError("conflict", `${showName(path)} is there already, and is no folder. Take another name.`);
    using folders = makeFolders({ ...place, missing: [...missing, name], names: [...place.names, ""] });
    return { path, created: true, transaction: await transact(files, caller, () => folders.steps) };
  });
}
