import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import { showName } from "../../paths/show-name.ts";
import type { Place } from "../places/place.ts";
import { assertAlong } from "./assert-along.ts";

/**
 * Refuses an entry of a tree that goes to another place as a whole, where that is protected, or where what is denied at its
 * old place could be read.
 *
 * @param names of the entry, from the root of its old place
 */
export function assertMayGo(
  files: Files,
  from: Pick<Place, "root" | "names">,
  to: Pick<Place, "root" | "names">,
  names: readonly string[],
): void {
  const newNames = [...to.names, ...names.slice(from.names.length)];
  assertAlong(files, to.root, newNames, "write");
  const isShown = !files.denies({ root: to.root, names: newNames, asked: newNames });
  if (!isShown || !files.denies({ root: from.root, names, asked: names })) return;
  throw new ConnectorError(
    "refused",
    `${showName(names.join("/"))} is kept from being read, and could be read at its new place. The person who runs this server ` +
      "decides that with --deny.",
  );
}
