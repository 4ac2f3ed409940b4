import { resolve } from "node:path";
import { ConnectorError, makeVisible } from "@drawbridge/core";
import { checkPath } from "../paths/check-path.ts";
import { pathOfAddress } from "../paths/path-of-address.ts";

/** `file://` on this machine: with an empty host. Another's files cannot be told from ours by their path. */
const local = /^file:\/\/(?:localhost)?\//i;

/** Names that the address would lose on the way to a path, in whichever way they are written. */
const climbing = /[/\\](?:\.|%2e){1,2}(?:[/\\]|$)/i;

/** The folder that a host says it works in, by its path, or what is wrong with the address. */
export function hostRootPath(uri: string): { readonly path: string } | { readonly problem: string } {
  if (!local.test(uri)) return { problem: "it is no file:// address of this machine" };
  if (climbing.test(uri)) return { problem: 'its address has "." or ".." in it' };
  try {
    return { path: resolve(checkPath(makeVisible(pathOfAddress(uri)))) };
  } catch (error) {
    if (ConnectorError.is(error)) return { problem: "its address names no possible path" };
    throw error;
  }
}
