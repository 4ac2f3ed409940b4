import { type CallContext, ConnectorError } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";

/** A repository as lists have it. */
export interface KnownRepository extends RepositoryName {
  readonly isPrivate: boolean;
}

interface Listed {
  readonly full_name: string;
  readonly private: boolean;
}

const about = "the repositories of the token";

/**
 * The repositories in which the credential has a part and that may be used here, those first that were pushed to last. A hundred of
 * each credential: one request, which is free where nothing is new. What is shown of them is for the caller to record.
 */
export async function knownRepositories(
  context: CallContext<Github>,
  visibility: "all" | "public" = "all",
): Promise<readonly KnownRepository[]> {
  const { client } = context;
  const call = client.call(context);
  const credentials = [...(client.source.kind === "anonymous" ? [] : [undefined]), ...client.ownersWithToken];
  const found = (await Promise.all(credentials.map((owner) => listed(call, visibility, owner)))).flat();
  return found
    .filter((one) => call.scope.admitsNamed(one.full_name) && (visibility === "all" || !one.private))
    .map((one) => {
      const [owner = "", repo = ""] = one.full_name.split("/");
      return { owner, repo, isPrivate: one.private };
    });
}

async function listed(
  call: GithubCall,
  visibility: "all" | "public",
  owner: string | undefined,
): Promise<readonly Listed[]> {
  const how = { isRecorded: true };
  try {
    const asked = { visibility, sort: "pushed", per_page: 100 } as const;
    return await call.requestBeyond("GET /user/repos", asked, about, owner, how);
  } catch (error) {
    // An installation has no user behind it.
    if (!ConnectorError.is(error) || error.code !== "refused") throw error;
    const route = "GET /installation/repositories";
    return (await call.requestBeyond(route, { per_page: 100 }, about, owner, how)).repositories;
  }
}
