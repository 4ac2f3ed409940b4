import { accessSync, constants } from "node:fs";
import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import { showName } from "../../paths/show-name.ts";
import { tooLarge } from "../../reading/too-large.ts";
import type { Standing } from "../places/place.ts";

/**
 * Throws for what is no file whose content may be replaced. A file is replaced by another of its name, which would pass by
 * its own permissions: they are asked for. Of a place of secrets it is not even told whether a text stands in it.
 */
export function assertReplaceable(files: Files, place: Standing): void {
  const { entry, parent, name, root, names } = place;
  const path = showName(place.path);
  if (entry.stats.isDirectory()) throw new ConnectorError("invalid_input", `${path} is a folder. Name a file in it.`);
  if (!entry.stats.isFile()) throw new ConnectorError("refused", `${path} is no regular file, and is not written to.`);
  if (files.denies({ root, names, asked: names })) {
    throw new ConnectorError(
      "refused",
      `${path} is where secrets are well known to lie, or kept from being read: it is not changed unseen. The person who runs ` +
        `this server decides that with --deny; '!${showName(name)}' lifts it.`,
    );
  }
  if (files.maxFileBytes !== undefined && entry.stats.size > files.maxFileBytes)
    throw tooLarge(
      place.path,
      entry.stats.size,
      files.maxFileBytes,
      "The person who runs this server decides that with --max-file-bytes.",
    );
  try {
    parent.withPath(name, (at) => accessSync(at, constants.W_OK));
  } catch (error) {
    throw new ConnectorError(
      "refused",
      `${path} may not be written to by this server's user. A person has to change its permissions.`,
      {
        cause: error,
      },
    );
  }
}
