import type { Files } from "../../files.ts";
import { shownPath } from "../../paths/shown-path.ts";
import { locateExactly } from "../places/locate-exactly.ts";
import type { Operation } from "./operation.ts";
import { placesOf } from "./places-of.ts";

/** The paths of what steps changed, each once, as they are shown; undefined where one of them lies under no root that is served now. */
export function shownPlaces(files: Pick<Files, "roots">, operations: readonly Operation[]): string[] | undefined {
  const paths = new Set<string>();
  for (const where of operations.flatMap(placesOf)) {
    const located = locateExactly(files, where);
    if (located === undefined) return undefined;
    paths.add(shownPath(located.root, located.names));
  }
  return [...paths];
}
