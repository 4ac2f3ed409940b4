import { ConnectorError } from "@drawbridge/core";
import type { RepositoryName } from "../api/github-call.ts";
import { segmentsOf } from "./segments-of.ts";

/** A file or a folder as its address names it. */
export interface ContentsAddress extends RepositoryName {
  /** The default branch without it. */
  readonly ref: string | undefined;
  /** From the top of the repository, without slashes at its ends; empty for the top itself. */
  readonly path: string;
}

/**
 * No name in git has a slash, so that an escaped one parts names as well: hosts write it where somebody fills in a path as one
 * text. What would lead elsewhere once it is joined is refused here, before anybody asks for it.
 *
 * @throws ConnectorError `invalid_input`
 */
export function contentsAddress(address: string): ContentsAddress {
  const [owner = "", repo = "", area, ...rest] = segmentsOf(address);
  const [ref, names] = area === "refs" ? [rest[0], rest.slice(2)] : [undefined, rest];
  const path = names.join("/").replace(/(?<=[^/])\/$/, "");
  const isSound = path === "" || path.split("/").every((name) => !/^\.{0,2}$/.test(name) && !name.includes("\0"));
  if (isSound && (ref === undefined || ref.length <= 255)) return { owner, repo, ref, path };
  throw new ConnectorError(
    "invalid_input",
    "That is no address of a file or a folder: between two slashes stands a name, which is not . or .. and has no NUL.",
  );
}
