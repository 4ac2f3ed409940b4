import { ConnectorError } from "@drawbridge/core";
import type { GithubCall } from "../api/github-call.ts";
import type { Project } from "./project.ts";
import { projectQueries } from "./project-queries.ts";
import { recordProject } from "./record-project.ts";

/** One project of an owner, within the scope, recorded as read. */
export async function findProject(call: GithubCall, owner: string, number: number): Promise<Project> {
  const about = `project ${number} of ${owner}`;
  call.scope.assertAdmitsOwner(owner, `the projects of ${owner}`);
  const { repositoryOwner: found } = (await call.graphqlBeyond(projectQueries.get, { owner, number }, about, owner, {
    isRecorded: true,
  })) as { readonly repositoryOwner: { readonly projectV2?: Project | null } | null };
  if (!found?.projectV2)
    throw new ConnectorError("not_found", `GitHub does not know ${about}, or the token may not see it.`);
  recordProject(call, owner, found.projectV2, about);
  return found.projectV2;
}
