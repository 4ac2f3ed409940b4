import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import { showName } from "../../paths/show-name.ts";
import { alsoUnder } from "../../roots/also-under.ts";
import type { Place } from "./place.ts";

/**
 * Nothing stands where something is to be changed.
 *
 * @param advice what would work instead
 */
export function notThere(
  files: Files,
  place: Pick<Place, "root" | "names" | "path">,
  advice = " fs_list shows what is in its folder.",
): ConnectorError {
  const elsewhere = alsoUnder(files, place);
  return new ConnectorError(
    "not_found",
    `${showName(place.path)} does not exist.${elsewhere === "" ? advice : elsewhere}`,
  );
}
