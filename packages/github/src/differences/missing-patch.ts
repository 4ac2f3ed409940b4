import { ConnectorError } from "@drawbridge/core";
import { createTwoFilesPatch } from "diff";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { decodeText } from "../contents/decode-text.ts";
import { readBlob } from "../contents/read-blob.ts";
import type { ChangedFile } from "./changed-file.ts";

/** The two commits that are compared, by their shas. */
export interface Span {
  readonly base: string;
  readonly head: string;
}

/** Lines that are compared here at most: beyond that time grows faster than anybody reads. */
const mostLines = 50_000;

/** The patch that GitHub left out since it is large; undefined for what is no text. */
export async function missingPatch(
  call: GithubCall,
  at: RepositoryName,
  { filename, previous_filename: before = filename, status }: ChangedFile,
  { base, head }: Span,
): Promise<string | undefined> {
  const textAt = async (path: string, ref: string) =>
    decodeText((await readBlob(call, at, path, ref)).bytes, path).text;
  try {
    const [old, now] = await Promise.all([
      status === "added" ? "" : textAt(before, base),
      status === "removed" ? "" : textAt(filename, head),
    ]);
    if (old.split("\n").length + now.split("\n").length > mostLines) return undefined;
    const patch = createTwoFilesPatch("", "", old, now, "", "", { timeout: 2000 });
    return patch === undefined ? undefined : patch.slice(Math.max(0, patch.indexOf("@@ ")));
  } catch (error) {
    if (ConnectorError.is(error) && ["invalid_input", "refused", "not_found"].includes(error.code)) return undefined;
    throw error;
  }
}
