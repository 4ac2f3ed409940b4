import { ConnectorError } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { LineComment } from "./line-comment.ts";
import { lineFaults } from "./line-faults.ts";

type PullAt = RepositoryName & { readonly pull_number: number };

/** Why GitHub refused comments: where it does not say which line it misses, the difference tells. Nothing was written then. */
export async function withoutLine(
  call: GithubCall,
  at: PullAt,
  comments: readonly LineComment[],
  error: unknown,
): Promise<unknown> {
  if (!ConnectorError.is(error) || !["invalid_input", "unavailable"].includes(error.code) || comments.length === 0)
    return error;
  const faults = await lineFaults(call, at, comments);
  if (faults.length === 0) return error;
  return new ConnectorError("invalid_input", `Nothing was written: ${faults.join("; ")}.`);
}
